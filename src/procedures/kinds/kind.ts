import type { Body } from "../body.ts";
import type { Field } from "../declaration.ts";
import type { FieldValue } from "../form.ts";
import type { Typed } from "../typed.ts";
import type { Input } from "../view.ts";

export type { Typed };

export interface Problem {
  readonly message: string;
  /** The input to jump to, where the field has several. */
  readonly part?: string;
}

/** `null` means that nothing was typed. */
export type Parsed = { readonly value: FieldValue } | { readonly problem: Problem };

/** What the server already has for the field. */
export interface Known {
  readonly received?: FieldValue;
  readonly answer?: FieldValue;
}

/** One way of asking and reading. `parse` after `write` gives the same value again. */
export interface Kind {
  /** Several inputs under one legend. */
  readonly grouped: boolean;
  /** What a source gave, in this kind's shape; undefined when it has another. */
  readonly fromSource: (value: FieldValue) => FieldValue | undefined;
  readonly parse: (field: Field, body: Body, known: Known) => Parsed;
  readonly write: (field: Field, value: FieldValue) => Typed;
  /** What is wrong with a value that could be read; undefined when nothing is. */
  readonly check: (field: Field, value: FieldValue, today: string) => Problem | undefined;
  readonly inputs: (field: Field, typed: Typed, received: FieldValue | undefined) => readonly Input[];
  /** An answer that points into what was received, made whole again. */
  readonly resolve?: (answer: FieldValue, received: FieldValue | undefined) => FieldValue;
  /** The value in words, line by line. */
  readonly display: (field: Field, value: FieldValue) => readonly string[];
}

/** The name of an input: the field's own, or one of its parts. */
export function inputName(field: { readonly name: string }, part?: string): string {
  return part === undefined ? field.name : `${field.name}.${part}`;
}

/** The id that goes with a name: no dots, so that style sheets and links can use it. */
export function inputId(name: string): string {
  return name.replaceAll(".", "--");
}

/** The single string typed into an input. */
export function typedOne(typed: Typed, name: string): string {
  return typed[name]?.[0] ?? "";
}

/** What to do about a field, with its name first: « Téléphone » : saisissez… */
export function about(field: { readonly label: string }, what: string): string {
  return `«\u00A0${field.label}\u00A0»\u00A0: ${what}`;
}

/** An input with what every input has. */
export function input(
  field: Field,
  type: Input["type"],
  typed: Typed,
  more: Partial<Input> & { readonly part?: string } = {},
): Input {
  const { part, ...rest } = more;
  const name = inputName(field, part);
  return {
    type,
    name,
    id: inputId(name),
    optional: field.optional,
    value: typedOne(typed, name),
    ...(part === undefined && field.autocomplete !== undefined ? { autocomplete: field.autocomplete } : {}),
    ...rest,
  };
}
