/** Control, format (direction marks, zero-width) and unpaired surrogate characters: they make a name lie about its end. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** What no file system takes, or takes for a path. */
const FORBIDDEN = /[<>:"/\\|?*]/g;
const EXTENSION = /\.([a-z][a-z0-9]{1,4})$/i;

/**
 * The name of a file as it can be shown and saved anywhere: NFC, one line, without a path, without invisible characters.
 * Empty where nothing is left.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 * @see https://www.rfc-editor.org/rfc/rfc6266#section-4.3
 */
export function cleanFileName(raw: string): string {
  const last = raw.split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replace(/\s/g, " ")
      .replace(INVISIBLE, "")
      .replace(FORBIDDEN, "")
      // Once a letter and its accent are neighbours.
      .normalize("NFC")
      .replace(/ +/g, " ")
      .replace(/^[ .]+|[ .]+$/g, "")
  );
}

/** The extension of a clean name, in lower case; undefined where it has none: « Attestation M. Dupont » has not. */
export function extensionOf(name: string): string | undefined {
  return EXTENSION.exec(name)?.[1]?.toLowerCase();
}
