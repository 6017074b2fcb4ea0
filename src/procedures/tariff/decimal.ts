/** An exact fraction. Tariffs are never computed in floating point. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Reads `0.36` or `0,36` exactly; undefined for anything that is not a plain positive decimal. */
export function parseDecimal(text: string): Fraction | undefined {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = "", decimals = ""] = match;
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** An amount in euros as whole cents: figures carry two decimals at most. */
export function centsOf(euros: number): bigint {
  return BigInt(Math.round(euros * 100));
}

/**
 * Rounds a positive fraction to the nearest whole number, halves upwards, as a till does.
 *
 * @example roundHalfUp(5n, 2n) // 3
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** `percent` of an amount, in cents. */
export function percentOf(cents: number, percent: Fraction): number {
  return roundHalfUp(BigInt(cents) * percent.numerator, percent.denominator * 100n);
}

/** What is wrong with an amount that should be whole, positive cents. */
export function amountProblems(name: string, cents: number): readonly string[] {
  return Number.isSafeInteger(cents) && cents >= 0
    ? []
    : [`${name} is ${cents}; write a whole number of euro cents, 330 for 3,30 €`];
}
