const ZONE = "Europe/Paris";
const DAY = 24 * 60 * 60 * 1000;

const DATE = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: ZONE });
const SHORT = new Intl.DateTimeFormat("fr-FR", { dateStyle: "short", timeZone: ZONE });
const TIME = new Intl.DateTimeFormat("fr-FR", { hour: "numeric", minute: "2-digit", timeZone: ZONE });
const MONTH = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });

/** « 12 novembre 2026 » */
export function longDate(iso: string): string {
  return DATE.format(new Date(iso));
}

/** « 12/11/2026 » */
export function shortDate(iso: string): string {
  return SHORT.format(new Date(iso));
}

/** « 12 novembre 2026 à 10 h 04 » */
export function longMoment(iso: string): string {
  const date = new Date(iso);
  return `${DATE.format(date)} à ${TIME.format(date).replace(":", "\u00a0h\u00a0")}`;
}

/** Whole days from then to now; never negative. */
export function daysSince(iso: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / DAY));
}

/** « aujourd’hui », « hier », « depuis 12 jours ». */
export function waiting(iso: string, now: Date): string {
  const days = daysSince(iso, now);
  if (days === 0) return "depuis aujourd’hui";
  return days === 1 ? "depuis 1 jour" : `depuis ${days} jours`;
}

/** « 12/11/2026 à 10 h 04 » */
export function shortMoment(iso: string): string {
  const date = new Date(iso);
  return `${SHORT.format(date)} à ${TIME.format(date).replace(":", "\u00a0h\u00a0")}`;
}

/** A provider's period: « 2026-11 » becomes « novembre 2026 »; anything else stays as the provider wrote it. */
export function periodInWords(period: string): string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? MONTH.format(new Date(`${period}-01T00:00:00Z`)) : period;
}
