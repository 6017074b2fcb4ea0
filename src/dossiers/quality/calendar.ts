const FRANCE = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/** `2026-11`: the month that it is in France. */
export function monthOf(now: Date): string {
  return FRANCE.format(now).slice(0, 7);
}

/** The month so many months later, or earlier. */
export function addToMonth(month: string, months: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const moved = year * 12 + number - 1 + months;
  return `${String(Math.floor(moved / 12)).padStart(4, "0")}-${String((moved % 12) + 1).padStart(2, "0")}`;
}

/** `2026-Q4` of a month. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** Months from one to another, both included. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** The three months of `2026-Q4`; undefined for anything that is not a quarter. */
export function monthsOf(quarter: string): Months | undefined {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter);
  if (!match) return undefined;
  const to = `${match[1]}-${String(Number(match[2]) * 3).padStart(2, "0")}`;
  return { from: addToMonth(to, -2), to };
}
