import type { Procedure } from "./declaration.ts";
import type { FieldValue } from "./form.ts";
import { resolveFields } from "./resolve.ts";
import type { DocumentReference, FormState } from "./state.ts";

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
