import { type ComponentChildren, createContext, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { type Speech, speechIn } from "./speech.ts";

/** What a page speaks where nothing else is said. */
export const FRENCH: Speech = speechIn("fr");

const SpeechContext = createContext(FRENCH);

/** Everything inside is said in this language. */
export function Speaking({
  speech,
  children,
}: {
  readonly speech: Speech;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

/**
 * The reader’s language, and how to speak it.
 *
 * @example
 * const { t, longDate } = useLanguage();
 * return <p>{t("Gardé jusqu’au {date}.", { date: longDate(expiresAt) })}</p>;
 */
export function useLanguage(): Speech {
  return useContext(SpeechContext);
}

export interface WordsProps {
  readonly text: string;
  /** How it is written here: with a capital. */
  readonly written?: (words: string) => string;
}

/** A French text that comes as data, in the reader’s language; marked as French where nobody translated it. */
export function Words({ text, written = (words) => words }: WordsProps): JSX.Element | string {
  const words = useLanguage().known(text);
  return words === undefined ? <span lang="fr">{written(text)}</span> : written(words);
}
