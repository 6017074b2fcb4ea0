const DAY = 86_400_000;

/** Days between two `YYYY-MM-DD`. Civil days have no time zone: UTC arithmetic never meets a clock change. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The civil day in France at this instant. */
export function dayOf(now: Date): string {
  return new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(now);
}

/** `2021-Q4` of a day. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"] as const;

/** The last day of `2021-Q4`; undefined for anything that is not a quarter. */
export function endOfQuarter(quarter: string): string | undefined {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter);
  return match ? `${match[1]}-${LAST_DAYS[Number(match[2]) - 1]}` : undefined;
}

const FRENCH = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** « 1er mars 2022 », for a letter. */
export function inFrench(day: string): string {
  return FRENCH.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, "1er ");
}

/** The last day of each month from `from` to `to`, and `to` itself. */
export function monthEnds(from: string, to: string): readonly string[] {
  const ends: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    if (end >= to) return [...ends, to];
    if (end >= from) ends.push(end);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The same day of the month, `months` earlier; the last day where the month is shorter. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) - months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
