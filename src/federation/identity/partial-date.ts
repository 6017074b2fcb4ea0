/** A civil date in which day, or day and month, may be `00`: not known. */
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `1962-08-24`, `1992-11-00` and `1992-00-00` are; `1992-00-12` and `1992-02-30` are not. */
export function isPartialDate(value: unknown): value is string {
  const match = typeof value === "string" ? PATTERN.exec(value) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year === 0 || month > 12 || (month === 0 && day > 0)) return false;
  return day <= (month === 0 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/**
 * Whether two dates may be the same one: what one does not know the other may say. FranceConnect writes an
 * unknown day or month as 01, FranceConnect+ passes `00` on.
 */
export function areCompatible(a: string, b: string): boolean {
  return isCovered(a, b) || isCovered(b, a);
}

/** Where `partial` is `00`, `date` may be anything: presumed, or better known. */
function isCovered(partial: string, date: string): boolean {
  const parts = date.split("-");
  return partial.split("-").every((part, index) => part === "00" || part === parts[index]);
}
