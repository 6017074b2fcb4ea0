import { englishFigure } from "./figures.ts";
import { fillHoles, holesOf } from "./holes.tsx";

/** Translates French that comes as data: labels, messages, the words that a dossier keeps. */
export interface Phrasebook {
  /** Undefined where nobody wrote the English. */
  english(french: string): string | undefined;
}

/** A hole of one of these names holds somebody’s own words: a name, an address, a number. They are never translated. */
const VERBATIM: ReadonlySet<string> = new Set(["verbatim", "collectivite", "office", "reference"]);
/** What a field is called may have no English: its sentence has one. Any other hole must be understood too. */
const LABEL = "label";

/** A child’s name or a file’s is its author’s: it must not cost us more than a sentence of ours does. */
const MOST_LOOKUPS = 200;
const LONGEST = 1_000;

interface Pattern {
  readonly expression: RegExp;
  readonly holes: readonly string[];
  readonly english: string;
}

/** One way of writing a text: typeset or typed, it is the same sentence. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").replaceAll("'", "’");

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

function patternOf([french, english]: readonly [string, string]): Pattern {
  const holes = holesOf(french);
  const parts = french.split(/\{\w+\}/).map(escaped);
  return { expression: new RegExp(`^${parts.join("(.+?)")}$`, "s"), holes, english };
}

/**
 * A phrasebook of these catalogues; where two know the same sentence, the last one counts. A sentence with holes also reads what was
 * made from it, its values translated in turn: figures, dates, known words. Where one is not understood, the whole is not.
 *
 * @example
 * phrasebookOf({ "à partir du {rank}e enfant": "from child {rank}" }).english("à partir du 3e enfant"); // "from child 3"
 */
export function phrasebookOf(...catalogues: readonly Readonly<Record<string, string>>[]): Phrasebook {
  const entries = catalogues.flatMap((catalogue) => Object.entries(catalogue));
  const sentences = new Map(entries.map(([french, english]) => [plain(french), english]));
  const patterns = [...sentences]
    .filter(([french]) => holesOf(french).length > 0)
    .sort(([one], [other]) => literalLength(other) - literalLength(one))
    .map(patternOf);
  const read = (text: string, left: { lookups: number }): string | undefined => {
    left.lookups -= 1;
    if (left.lookups < 0) return undefined;
    return sentences.get(text) ?? englishFigure(text) ?? fromPattern(text, left);
  };
  const fromPattern = (text: string, left: { lookups: number }): string | undefined => {
    for (const { expression, holes, english: sentence } of patterns) {
      const found = expression.exec(text)?.slice(1);
      const values = found && valuesIn(holes, found, left);
      if (values) return fillHoles(sentence, values);
    }
    return undefined;
  };
  const valuesIn = (holes: readonly string[], found: readonly string[], left: { lookups: number }) => {
    const values: Record<string, string> = {};
    for (const [index, name] of holes.entries()) {
      const value = found[index] ?? "";
      const words = VERBATIM.has(name) ? value : (read(value, left) ?? (name === LABEL ? value : undefined));
      if (words === undefined) return undefined;
      values[name] = words;
    }
    return values;
  };
  const english = (french: string): string | undefined => {
    const text = plain(french);
    return text.length > LONGEST ? sentences.get(text) : read(text, { lookups: MOST_LOOKUPS });
  };
  return { english };
}

/** What is said more precisely is tried first. */
const literalLength = (sentence: string): number => sentence.replace(/\{\w+\}/g, "").length;
