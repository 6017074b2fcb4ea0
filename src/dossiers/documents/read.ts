import { documentsIn } from "../../procedures/index.ts";
import type { Dossier } from "../dossier.ts";
import { forAgent } from "../find-dossier.ts";
import { isId, type Tools } from "../tools.ts";
import type { Documents, KeptDocument, OpenedDocument } from "./document.ts";
import { contextOf, LABEL_COLUMNS, openLabel } from "./document-row.ts";
import { findHolder } from "./holder.ts";

interface Place {
  readonly collectivite: string;
  readonly id: string;
}

export async function listDocuments(
  tools: Tools,
  key: Parameters<Documents["list"]>[0],
): Promise<readonly KeptDocument[]> {
  if (!(await findHolder(tools, key))) return [];
  const rows = await tools.store.db
    .selectFrom("documents")
    .select([...LABEL_COLUMNS])
    .where("dossier_id", "=", key.id)
    .where("collectivite_id", "=", key.collectivite)
    .orderBy("received_at")
    .orderBy("id")
    .execute();
  return Promise.all(rows.map((row) => openLabel(tools.vault, row)));
}

export async function readDocument(
  tools: Tools,
  { document, ...key }: Parameters<Documents["read"]>[0],
): Promise<OpenedDocument | undefined> {
  return (await findHolder(tools, key)) && open(tools, key, document);
}

/** What was joined and taken back before sending is not the agent's to read. */
export async function readDocumentForAgent(
  tools: Tools,
  { document, ...place }: Parameters<Documents["readForAgent"]>[0],
): Promise<OpenedDocument | undefined> {
  const dossier = await forAgent(tools, place);
  return dossier && namedIn(dossier).includes(document) ? open(tools, place, document) : undefined;
}

/** Every file that the form names, or that a correction replaced. */
export function namedIn({ form, history }: Pick<Dossier, "form" | "history">): readonly string[] {
  const forms = [form, ...history.map(({ replaced = [] }) => ({ fields: replaced }))];
  return forms.flatMap(documentsIn).map(({ id }) => id);
}

async function open(
  { store, vault }: Tools,
  { collectivite, id }: Place,
  document: string,
): Promise<OpenedDocument | undefined> {
  if (!isId(document)) return undefined;
  const row = await store.db
    .selectFrom("documents")
    .selectAll()
    .where("id", "=", document)
    .where("dossier_id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .executeTakeFirst();
  if (!row) return undefined;
  const bytes = await vault.openBytes(row.sealed, contextOf("sealed", row));
  return { ...(await openLabel(vault, row)), bytes };
}
