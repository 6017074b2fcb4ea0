import type { Procedure } from "./declaration.ts";
import { type DocumentReference, documentsOf } from "./documents.ts";
import type { FieldValue, FilledForm } from "./form.ts";
import { KINDS } from "./kinds/index.ts";
import { resolveFields } from "./resolve.ts";
import type { FormState } from "./state.ts";

/**
 * Adds a stored file to a document field; the state is unchanged when this citizen has no such field.
 *
 * @see https://design-system.service.gov.uk/components/file-upload/
 * @example
 * import { attachDocument } from "passerelle";
 * const file = { id: "3f2a", name: "attestation.pdf", type: "application/pdf", size: 48_213 };
 * const state = attachDocument(procedure, draft.state, "justificatif-qf", file);
 */
export function attachDocument(
  procedure: Procedure,
  state: FormState,
  fieldName: string,
  reference: DocumentReference,
): FormState {
  const asked = resolveFields(procedure, state).find(({ field }) => field.name === fieldName);
  if (asked?.field.kind !== "document") return state;
  const files: readonly FieldValue[] = Array.isArray(asked.value) ? asked.value : [];
  return { ...state, answers: { ...state.answers, [fieldName]: [...files, { ...reference }] } };
}

/**
 * A form that was sent, with more files in a document field; what stood there instead of a file (a promise) gives way.
 *
 * @see https://design-system.service.gov.uk/components/file-upload/
 * @example
 * import { joinDocuments } from "passerelle";
 * const file = { id: "3f2a", name: "attestation.pdf", type: "application/pdf", size: 48_213 };
 * const form = joinDocuments(procedure, dossier.form, "justificatif-qf", [file]);
 */
export function joinDocuments(
  procedure: Procedure,
  form: FilledForm,
  fieldName: string,
  references: readonly DocumentReference[],
): FilledForm {
  const field = procedure.fields.find(({ name }) => name === fieldName);
  if (field?.kind !== "document" || references.length === 0) return form;
  const fields = form.fields.map((filled) => {
    if (filled.name !== fieldName) return filled;
    const value = [...documentsOf(filled.value), ...references].map((file): FieldValue => ({ ...file }));
    return { ...filled, value, display: KINDS.document.display(field, value) };
  });
  return { ...form, fields };
}
