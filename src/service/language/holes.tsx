import type { ComponentChildren, JSX } from "preact";

/** The names that stand in braces in a sentence: `"Étape {number} sur {count}"` has `number` and `count`. */
export type Holes<Sentence extends string> = Sentence extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;

export type Values<Value> = Readonly<Record<string, Value>>;

const HOLE = /\{(\w+)\}/;

/** The names of a sentence’s holes, in their order. */
export function holesOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(new RegExp(HOLE, "g"))].map(([, name]) => name ?? "");
}

/**
 * A sentence with its values in place. What has no value stays as it is written.
 *
 * @example
 * fillHoles("Étape {number} sur {count}", { number: 1, count: 4 }); // "Étape 1 sur 4"
 */
export function fillHoles(sentence: string, values: Values<string | number>): string {
  return sentence.replace(new RegExp(HOLE, "g"), (hole, name: string) => String(values[name] ?? hole));
}

/** The same where a value is part of a page: a link, a telephone number. */
export function fillWithNodes(sentence: string, values: Values<ComponentChildren>): JSX.Element {
  return <>{sentence.split(HOLE).map((part, index) => (index % 2 === 0 ? part : values[part]))}</>;
}
