import type { FieldDeclaration, FieldKind, Option } from "./declaration.ts";

/**
 * Options from values and labels, in their order. Values that are whole numbers would be sorted first
 * by JavaScript: write those as a list of options.
 *
 * @example
 * import { options } from "passerelle";
 * const days = options({ lundi: "Lundi", mardi: "Mardi" });
 */
export function options(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/**
 * A field on one line.
 *
 * @example
 * import { field } from "passerelle";
 * const start = field("date", "debut", "Premier jour", { min: "today" });
 */
export function field(
  kind: FieldKind,
  name: string,
  label: string,
  more: Omit<FieldDeclaration, "kind" | "name" | "label"> = {},
): FieldDeclaration {
  return { kind, name, label, ...more };
}
