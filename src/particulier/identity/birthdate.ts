/** Parts of a birth date, as the registers write them: none, a year, a year and a month, or all. */
export interface BirthDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/**
 * Reads `YYYY-MM-DD`, where an unknown part is `00` or missing. A day without its month and a month without its
 * year mean nothing to the platform and are dropped.
 */
export function readBirthDate(value: string): BirthDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value.trim());
  const [year, month, day] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0), Number(match?.[3] ?? 0)];
  if (year === 0) return {};
  if (month === 0) return { year };
  return day === 0 ? { year, month } : { year, month, day };
}
