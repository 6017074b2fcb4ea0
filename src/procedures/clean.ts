/** Control, format (direction marks, zero-width) and unpaired surrogate characters: none of them is ever an answer. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * One line of text as it should have been typed: NFC, no invisible characters, single spaces, trimmed.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export function cleanLine(raw: string): string {
  return raw.replace(/\s/g, " ").replace(INVISIBLE, "").normalize("NFC").replace(/ +/g, " ").trim();
}

/** The same for a text of several lines: line breaks stay, at most one empty line in a row. */
export function cleanText(raw: string): string {
  const lines = raw.split(/\r\n|\r|\n/).map(cleanLine);
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
