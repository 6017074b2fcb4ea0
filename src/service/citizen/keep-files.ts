import { type Dossier, type Draft, type DraftKey, isRefused, refuseDocument } from "../../dossiers/index.ts";
import {
  type DocumentReference,
  documentsOf,
  type FieldError,
  type FieldView,
  type FilledForm,
  joinDocuments,
  type Procedure,
} from "../../procedures/index.ts";
import type { DraftVisit } from "./draft-visit.ts";
import { type Upload, uploadsOf } from "./uploads.ts";
import type { Visit } from "./visit.ts";

/** What came of the files of a form. */
export interface KeptFiles {
  readonly kept: readonly { readonly field: string; readonly document: DocumentReference }[];
  /** Why the others were not kept, beside their field. */
  readonly errors: readonly FieldError[];
}

/** Keeps the files that came with a form for the fields that it asks, and for no other. */
export async function keepFiles(
  { house, req, collectivite }: Visit,
  holder: Pick<DraftKey, "id" | "owners">,
  fields: readonly FieldView[],
): Promise<KeptFiles> {
  const kept: { readonly field: string; readonly document: DocumentReference }[] = [];
  const errors: FieldError[] = [];
  const keep = ({ field, name, bytes, unread }: Upload) =>
    unread
      ? refuseDocument("documents_at_once", name)
      : house.dossiers.documents.keep({
          ...holder,
          collectivite: collectivite.id,
          field,
          file: { name, bytes },
        });
  for (const upload of uploadsOf(req)) {
    const asked = fields.find(({ name, files }) => name === upload.field && files !== undefined);
    if (!asked) continue;
    const document = await keep(upload);
    if (isRefused(document)) {
      errors.push({ field: asked.name, anchor: asked.anchor, message: document.citizenMessage });
    } else kept.push({ field: asked.name, document });
  }
  return { kept, errors };
}

/** Forgets the files that the citizen has just taken out of their draft. */
export async function dropFiles(
  { house, collectivite, draft }: DraftVisit,
  { state }: Draft,
  fields: readonly FieldView[],
): Promise<void> {
  const left = fields.flatMap(({ name }) => documentsOf(state.answers[name]).map(({ id }) => id));
  const before = fields.flatMap(({ files = [] }) => files.map(({ id }) => id));
  const documents = before.filter((id) => !left.includes(id));
  if (documents.length === 0) return;
  const { id, owner } = draft;
  await house.dossiers.documents.remove({ collectivite: collectivite.id, id, owners: [owner], documents });
}

/** The form that was sent with the files joined since: a correction has no draft, so that they wait beside it. */
export async function withJoined(
  { house, collectivite, owners }: Visit,
  { id, form, history, sentAt }: Dossier,
  procedure: Procedure,
): Promise<FilledForm> {
  const asked = history.findLast(({ type }) => type === "correction_requested")?.at ?? sentAt;
  const kept = await house.dossiers.documents.list({ collectivite: collectivite.id, owners, id });
  return kept
    .filter(({ receivedAt }) => receivedAt >= asked)
    .reduce(
      (joined, { field, receivedAt: _at, ...document }) =>
        joinDocuments(procedure, joined, field, [document]),
      form,
    );
}

/** One list in the order of the form; what is wrong with a file says more than that none is there. */
export function mergeErrors(
  fields: readonly FieldView[],
  ofFiles: readonly FieldError[],
  ofAnswers: readonly FieldError[],
): readonly FieldError[] {
  const files = new Set(ofFiles.map(({ field }) => field));
  const all = [...ofFiles, ...ofAnswers.filter(({ field }) => !files.has(field))];
  const rank = new Map(fields.map(({ name }, index) => [name, index]));
  const rankOf = ({ field }: FieldError) => rank.get(field) ?? fields.length;
  return all.toSorted((one, other) => rankOf(one) - rankOf(other));
}
