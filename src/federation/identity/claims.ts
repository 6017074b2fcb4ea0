/** A text with something in it. */
export function isFilled(value: unknown): value is string {
  return typeof value === "string" && tidy(value) !== "";
}

/** One spelling per name: composed accents, single spaces, none of the marks that only change what is displayed. */
export function tidy(value: string): string {
  return value
    .normalize("NFC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
