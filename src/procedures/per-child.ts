import type { Field } from "./declaration.ts";
import type { FieldValue } from "./form.ts";
import { isParts } from "./value.ts";

/**
 * The questions that a declared field stands for: one for each child chosen, where there are several. With one child,
 * or none yet, it is asked as it was declared.
 */
export function forEachChild(field: Field, chosen: FieldValue | undefined): readonly Field[] {
  const children = field.each !== undefined && Array.isArray(chosen) ? chosen.filter(isParts) : [];
  if (children.length < 2) return [field];
  return children.map(({ id, givenNames }) => ({
    ...field,
    name: `${field.name}-${String(id)}`,
    label: `${field.label}, pour ${String(givenNames)}`,
  }));
}

/** The declared field that a question stands for, under the name and the words that it was asked with. */
export function declaredFor(
  fields: readonly Field[],
  asked: { readonly name: string; readonly label?: string },
): Field | undefined {
  const exact = fields.find(({ name }) => name === asked.name);
  if (exact !== undefined) return exact;
  const repeated = fields.find(({ name, each }) => each !== undefined && asked.name.startsWith(`${name}-`));
  return repeated && { ...repeated, ...asked };
}
