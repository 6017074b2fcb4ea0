/** What is used of jstat, which ships no types. */
declare module "jstat" {
  const jStat: {
    readonly beta: {
      /** Quantile of the beta distribution. */
      inv(probability: number, alpha: number, beta: number): number;
    };
  };
  export default jStat;
}
