import { FORMATS } from "./formats.ts";

const MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const MONTH_NAMES = MONTHS.split("|");
const DATE = new RegExp(`^(?:(\\d{1,2})(?:er)? )?(${MONTHS}) (\\d{4})$`);
const FIGURE = /^([+–-] ?)?(\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?( €| %)?$/;

/**
 * A figure or a date that was written in French, written in English: dossiers keep them in words, as they were shown.
 * Undefined for anything else.
 *
 * @param text with plain spaces
 * @example
 * englishFigure("1 045,50 €"); // "€1,045.50"
 * englishFigure("1er mars 2018"); // "1 March 2018"
 */
export function englishFigure(text: string): string | undefined {
  return englishDate(text) ?? englishNumber(text);
}

function englishDate(text: string): string | undefined {
  const [, day, month = "", year = ""] = DATE.exec(text) ?? [];
  if (year === "") return undefined;
  const number = String(MONTH_NAMES.indexOf(month) + 1).padStart(2, "0");
  const { longDate, period } = FORMATS.en;
  return day === undefined
    ? period(`${year}-${number}`)
    : longDate(`${year}-${number}-${day.padStart(2, "0")}T12:00:00Z`);
}

function englishNumber(text: string): string | undefined {
  const [, sign = "", whole = "", decimals, unit = ""] = FIGURE.exec(text) ?? [];
  if (whole === "") return undefined;
  const digits = whole.replaceAll(" ", "");
  const grouped = whole.includes(" ") ? FORMATS.en.number(Number(digits)) : digits;
  const figure = `${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
  return `${sign}${unit === " €" ? "€" : ""}${figure}${unit === " %" ? "%" : ""}`;
}
