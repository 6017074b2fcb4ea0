import { longDate, longMoment, periodInWords, shortDate } from "../dates.ts";
import type { Language } from "./language.ts";

const ZONE = "Europe/Paris";

/** Dates, figures and money as each language writes them. Dates are ISO 8601. */
export interface Formats {
  /** « 12 novembre 2026 », “12 November 2026” */
  readonly longDate: (iso: string) => string;
  /** « 12/11/2026 » in both */
  readonly shortDate: (iso: string) => string;
  /** « 12 novembre 2026 à 10 h 04 », “12 November 2026 at 10:04” */
  readonly longMoment: (iso: string) => string;
  /** A provider’s period: « novembre 2026 » for `2026-11`. */
  readonly period: (period: string) => string;
  /** « 3,40 € », “€3.40” */
  readonly euros: (cents: number) => string;
  /** « 1 045 », “1,045” */
  readonly number: (value: number) => string;
}

const money = (locale: string) => {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  return (cents: number) => format.format(cents / 100);
};
const figures = (locale: string) => {
  const format = new Intl.NumberFormat(locale);
  return (value: number) => format.format(value);
};

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: ZONE });
const SHORT = new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeZone: ZONE });
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export const FORMATS: Readonly<Record<Language, Formats>> = {
  fr: {
    longDate,
    shortDate,
    longMoment,
    period: periodInWords,
    euros: money("fr-FR"),
    number: figures("fr-FR"),
  },
  en: {
    longDate: (iso) => DATE.format(new Date(iso)),
    shortDate: (iso) => SHORT.format(new Date(iso)),
    longMoment: (iso) => `${DATE.format(new Date(iso))} at ${TIME.format(new Date(iso))}`,
    period: (period) =>
      /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? MONTH.format(new Date(`${period}-01T00:00:00Z`)) : period,
    euros: money("en-GB"),
    number: figures("en-GB"),
  },
};
