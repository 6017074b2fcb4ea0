import type { ComponentChildren, JSX } from "preact";
import { ENGLISH, type French } from "./english/index.ts";
import { FORMATS, type Formats } from "./formats.ts";
import { fillHoles, fillWithNodes, type Holes, type Values } from "./holes.tsx";
import { LANGUAGES, type Language } from "./language.ts";
import { type Phrasebook, phrasebookOf } from "./phrasebook.ts";

type Arguments<Sentence extends string, Value> = [Holes<Sentence>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<Sentence>, Value>>];

/** Says a sentence of the catalogue: a text where its values are texts, part of a page where they are. */
export interface Say {
  <Sentence extends French>(sentence: Sentence, ...values: Arguments<Sentence, string | number>): string;
  <Sentence extends French>(
    sentence: Sentence,
    ...values: Arguments<Sentence, ComponentChildren>
  ): JSX.Element;
}

/** How one language is spoken: its sentences, its dates, its figures. */
export interface Speech extends Formats {
  readonly language: Language;
  /** What the page can also be read in, at a click; absent where it exists in French alone. */
  readonly other?: Language;
  /** A French sentence of the catalogue, in the reader’s language. TypeScript refuses one that has no English. */
  readonly t: Say;
  /** The first for one, the second for several; both may say `{count}`. */
  readonly plural: (count: number, one: French, several: French) => string;
  /** A French text that comes as data (a label, an error’s message); undefined where nobody translated it. */
  readonly known: (text: string) => string | undefined;
  /** The same; the French itself where nobody translated it. */
  readonly translate: (text: string) => string;
}

/**
 * @param procedures what procedures bring along, for texts that come as data
 * @example
 * speechIn("en").t("Étape {number} sur {count} : {title}", { number: 1, count: 4, title: "You" });
 */
export function speechIn(
  language: Language,
  ...procedures: readonly Readonly<Record<string, string>>[]
): Speech {
  const phrases = phrasebookFor(language, procedures);
  const plurals = new Intl.PluralRules(LANGUAGES[language].locale);
  const sentenceIn = (french: French): string => (language === "en" ? ENGLISH[french] : french);
  const known = (text: string) => (phrases ? phrases.english(text) : text);
  return {
    ...FORMATS[language],
    language,
    t: ((french: French, values?: Values<ComponentChildren>) => {
      const sentence = sentenceIn(french);
      if (values === undefined) return sentence;
      return areTexts(values) ? fillHoles(sentence, values) : fillWithNodes(sentence, values);
    }) as Say,
    plural: (count, one, several) =>
      fillHoles(sentenceIn(plurals.select(count) === "one" ? one : several), { count }),
    known,
    translate: (text) => known(text) ?? text,
  };
}

const phrasebookFor = (
  language: Language,
  procedures: readonly Readonly<Record<string, string>>[],
): Phrasebook | undefined => (language === "en" ? phrasebookOf(...procedures, ENGLISH) : undefined);

function areTexts(values: Values<ComponentChildren>): values is Values<string | number> {
  return Object.values(values).every((value) => typeof value === "string" || typeof value === "number");
}
