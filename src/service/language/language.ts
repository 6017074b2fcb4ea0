/** The languages in which a citizen can read the portal. Agents and whoever steers the roll-out read French. */
export type Language = "fr" | "en";

export interface LanguageRow {
  /** Its own name, in itself: what the link to it says. */
  readonly name: string;
  /** What that link does, in the same language; begins with the name, so that it can be spoken to. */
  readonly invitation: string;
  /** For `Intl`. */
  readonly locale: string;
}

export const LANGUAGES: Readonly<Record<Language, LanguageRow>> = {
  fr: { name: "Français", invitation: "Français : lire cette page en français", locale: "fr-FR" },
  en: { name: "English", invitation: "English: read this page in English", locale: "en-GB" },
};

/** A language that the portal speaks; undefined for anything else. */
export function parseLanguage(value: unknown): Language | undefined {
  return value === "fr" || value === "en" ? value : undefined;
}
