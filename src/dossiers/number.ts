/** Neither vowels, so that no word comes out, nor what is confused when read aloud or written by hand. */
const LETTERS = "23456789CDFGHJKMNPQRTVWXY";
const LENGTH = 6;
const SMALL_WORDS = new Set([
  "a",
  "au",
  "aux",
  "d",
  "de",
  "des",
  "du",
  "en",
  "et",
  "l",
  "la",
  "le",
  "les",
  "par",
  "pour",
  "sur",
]);
const NUMBER = new RegExp(`^(\\d{4})-?([A-Z]{1,4})-?([${LETTERS}]{${LENGTH}})$`);

/** The year where the collectivité is, not where the server's clock is. */
const YEAR = new Intl.DateTimeFormat("fr-FR", { year: "numeric", timeZone: "Europe/Paris" });

/**
 * A dossier number: the year, the procedure's initials, and six characters out of 244 million.
 * It names a dossier; it opens none.
 */
export function dossierNumber(procedure: string, at: Date, random: (bound: number) => number): string {
  const suffix = Array.from({ length: LENGTH }, () => LETTERS[random(LETTERS.length)]).join("");
  return `${YEAR.format(at)}-${initialsOf(procedure)}-${suffix}`;
}

function initialsOf(slug: string): string {
  const words = slug
    .split("-")
    .map((word) => word.replace(/[^a-z]/g, ""))
    .filter((word) => word !== "");
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  const [first = "dossier", ...others] = telling.length > 0 ? telling : words;
  if (others.length === 0) return first.slice(0, first.length <= 4 ? 4 : 2).toUpperCase();
  return [first, ...others]
    .slice(0, 4)
    .map((word) => word[0])
    .join("")
    .toUpperCase();
}

/**
 * A number as somebody typed it: spaces, missing or long dashes, small letters. Undefined where it is none.
 *
 * @example
 * import { readDossierNumber } from "./index.ts";
 * readDossierNumber("2026 – rs – 7f3k9c"); // "2026-RS-7F3K9C"
 */
export function readDossierNumber(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  const match = NUMBER.exec(plain);
  return match ? match.slice(1).join("-") : undefined;
}
