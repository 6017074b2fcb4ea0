import type { FieldValue, FilledForm } from "./form.ts";
import { isParts } from "./value.ts";

/** A file that was received and stored elsewhere; the form only keeps its label. */
export interface DocumentReference {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Whether a value is the label of a stored file; nothing that can be typed has this shape. */
function isDocument(value: FieldValue): value is FieldValue & DocumentReference {
  return (
    isParts(value) &&
    typeof value.id === "string" &&
    typeof value.name === "string" &&
    typeof value.type === "string" &&
    typeof value.size === "number"
  );
}

/** The labels of the stored files in one value; none in any other kind of answer. */
export function documentsOf(value: FieldValue | undefined): readonly DocumentReference[] {
  return Array.isArray(value) ? value.filter(isDocument) : [];
}

/**
 * The files that a form holds, with the field each stands in.
 *
 * @example
 * import { documentsIn } from "passerelle";
 * const names = documentsIn(dossier.form).map(({ name }) => name);
 */
export function documentsIn(
  form: Pick<FilledForm, "fields">,
): readonly (DocumentReference & { readonly field: string })[] {
  return form.fields.flatMap(({ name: field, value }) =>
    documentsOf(value).map((document) => ({ ...document, field })),
  );
}
