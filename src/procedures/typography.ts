const NO_BREAK = "\u00A0";

const RULES: readonly (readonly [RegExp, string])[] = [
  [/(\p{L})'(?=\p{L})/gu, "$1’"],
  [/«[ \u00A0]?/g, `«${NO_BREAK}`],
  [/[ \u00A0]?»/g, `${NO_BREAK}»`],
  [/ ([:;!?€%])/g, `${NO_BREAK}$1`],
  [/(\d) (?=\d{3}(?!\d))/g, `$1${NO_BREAK}`],
  [/\b(n°|art\.) /g, `$1${NO_BREAK}`],
];

/**
 * Puts the no-break spaces and the apostrophes that French wants, so that declarations are typed plainly.
 *
 * @see Lexique des règles typographiques en usage à l’Imprimerie nationale, « Espacements »
 * @example typeset("Nombre d'enfants : 3") // "Nombre d'enfants\u00A0: 3"
 */
export function typeset(text: string): string {
  return RULES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

const integers = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2, useGrouping: true });
const euros = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A figure in French: `1 045`, with one kind of no-break space everywhere. */
export function formatNumber(value: number): string {
  return integers.format(value).replaceAll("\u202F", NO_BREAK);
}

/** Euro cents in French: `3,30 €`. */
export function formatCents(cents: number): string {
  return `${euros.format(cents / 100).replaceAll("\u202F", NO_BREAK)}${NO_BREAK}€`;
}

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

/**
 * A date in words. A presumed birth date has `00` for what nobody knows: it is left out, never invented.
 *
 * @example
 * import { formatDate } from "./index.ts";
 * formatDate("1962-08-24"); // "24 août 1962"
 * formatDate("1992-00-00"); // "1992 (jour et mois inconnus)"
 * formatDate("2026-11"); // "novembre 2026"
 */
export function formatDate(date: string): string {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-");
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return day === "" ? year : `${year} (jour et mois inconnus)`;
  if (day === "") return `${name} ${year}`;
  if (Number(day) === 0) return `${name} ${year} (jour inconnu)`;
  return `${Number(day) === 1 ? "1er" : Number(day)} ${name} ${year}`;
}
