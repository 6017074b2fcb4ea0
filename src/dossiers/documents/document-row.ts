import type { Selectable } from "kysely";
import type { Schema, Vault } from "../../storage/index.ts";
import type { KeptDocument } from "./document.ts";

export type DocumentRow = Selectable<Schema["documents"]>;

/** The columns of a list: no content is read that is not opened. */
export const LABEL_COLUMNS = [
  "id",
  "collectivite_id",
  "dossier_id",
  "field",
  "type",
  "size",
  "received_at",
  "sealed_name",
] as const satisfies readonly (keyof DocumentRow)[];

type Label = Pick<DocumentRow, (typeof LABEL_COLUMNS)[number]>;

/** Bound to its collectivité, its dossier and its field: a row that is moved to another opens nowhere. */
export function contextOf(
  column: "sealed" | "sealed_name",
  { collectivite_id, dossier_id, field, id }: Pick<Label, "collectivite_id" | "dossier_id" | "field" | "id">,
): string {
  return `${collectivite_id}/documents.${column}/${dossier_id}/${field}/${id}`;
}

export async function openLabel(vault: Vault, row: Label): Promise<KeptDocument> {
  const { id, field, type, size, received_at: receivedAt } = row;
  const name = (await vault.open(row.sealed_name, contextOf("sealed_name", row))) as string;
  return { id, name, type, size, field, receivedAt };
}
