export { LANGUAGE_INPUT, languagePath, languages, speechOf } from "./choice.ts";
export { FRENCH, Speaking, useLanguage, Words } from "./context.tsx";
export type { French } from "./english/index.ts";
export { LANGUAGES, type Language, parseLanguage } from "./language.ts";
export type { Speech } from "./speech.ts";
export { untranslated } from "./untranslated.ts";
