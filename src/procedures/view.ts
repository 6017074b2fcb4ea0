import type { FieldKind } from "./declaration.ts";
import type { DocumentReference } from "./documents.ts";
import type { FilledField } from "./form.ts";

/** One HTML control, ready to be written out. */
export interface Input {
  /** `type` of an `input`, or `textarea`. `radio` and `checkbox` carry `options`. */
  readonly type: "text" | "tel" | "email" | "textarea" | "radio" | "checkbox" | "file";
  readonly name: string;
  readonly id: string;
  /** Absent where the field's own label or legend is the label. */
  readonly label?: string;
  readonly hint?: string;
  /** Inputs that share a group stand under one legend (« Enfant à ajouter »). */
  readonly group?: string;
  readonly autocomplete?: string;
  readonly inputMode?: "numeric" | "decimal";
  /** Width in characters, where the answer has a known length. */
  readonly width?: number;
  readonly maxLength?: number;
  readonly optional: boolean;
  readonly value: string;
  readonly options?: readonly InputOption[];
}

export interface InputOption {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
}

/** A file that was received, and the box that takes it out. */
export interface FileView extends DocumentReference {
  readonly remove: Input;
}

/** One field as the page shows it. */
export interface FieldView {
  readonly name: string;
  readonly kind: FieldKind;
  /** Id of its first input: what the error summary links to. */
  readonly anchor: string;
  readonly label: string;
  /** What to write; absent where there is nothing to write. */
  readonly hint?: string;
  readonly unit?: string;
  readonly optional: boolean;
  /** `shown`: text, with a way to contest it; `asked`: inputs. */
  readonly mode: "shown" | "asked";
  readonly filled: FilledField;
  /** The value in words, line by line; empty when there is none. */
  readonly display: readonly string[];
  /** What was received in words, where it differs from the value. */
  readonly receivedDisplay?: readonly string[];
  /** True for several inputs under one legend (`fieldset`). */
  readonly grouped: boolean;
  readonly inputs: readonly Input[];
  /** For a shown field: « contester cette donnée »; for a corrected one: the reason. */
  readonly remark?: Input;
  /** For a document: the files received so far. */
  readonly files?: readonly FileView[];
  /** A button that asks for one more row, or file: send the step with this name, then show it again. */
  readonly more?: { readonly name: string; readonly label: string };
  /** The source for which this field stands in. */
  readonly replaces?: string;
  /** What is wrong; several faults stand on a line each. */
  readonly error?: string;
}

export interface StepView {
  readonly slug: string;
  readonly title: string;
  readonly introduction?: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly previous?: string;
  readonly next?: string;
  readonly fields: readonly FieldView[];
}
