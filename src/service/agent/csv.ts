import { stringify } from "csv-stringify/sync";

/**
 * Writes a table as CSV for a French spreadsheet: UTF-8 with its mark, semicolons, every cell quoted. A cell that a
 * spreadsheet would execute is preceded by an apostrophe: a citizen's name must not be able to run anything.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180#section-2
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 * @example
 * toCsv([["Nom"], ["=1+1"]]); // "\ufeff\"Nom\"\r\n\"'=1+1\"\r\n"
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter: ";", record_delimiter: "windows", quoted: true, escape_formulas: true },
  );
}
