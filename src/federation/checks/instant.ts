/** Seconds by which two well-kept clocks may differ. */
export const CLOCK_SKEW = 300;

/** Years 1970 to 9999: a larger number is no date, whatever it compares to. */
const LAST_INSTANT = 253_402_300_799;

/** Seconds since the epoch, or undefined for anything that is not an instant. */
export function instant(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value <= LAST_INSTANT ? value : undefined;
}

export function seconds(date: Date | number): number {
  return Math.floor(Number(date) / 1000);
}
