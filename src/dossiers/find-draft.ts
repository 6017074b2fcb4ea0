import type { Draft, DraftKey, DraftSummary, Drafts } from "./draft.ts";
import { draftRow, openDraft, summaryOf } from "./draft-row.ts";
import { ownerNames, type Tools } from "./tools.ts";

export async function findDraft(tools: Tools, key: DraftKey): Promise<Draft | undefined> {
  const row = await draftRow(tools, tools.store.db, key);
  return row && openDraft(tools, row, key.owners);
}

export async function findDraftByProcedure(
  tools: Tools,
  { collectivite, procedure, owners }: Parameters<Drafts["findByProcedure"]>[0],
): Promise<Draft | undefined> {
  const row = await tools.store.db
    .selectFrom("drafts")
    .selectAll()
    .where("collectivite_id", "=", collectivite)
    .where("owner", "in", ownerNames(tools.vault, collectivite, owners))
    .where("procedure", "=", procedure)
    .where("expires_at", ">", tools.now().toISOString())
    .orderBy("updated_at", "desc")
    .executeTakeFirst();
  return row && openDraft(tools, row, owners);
}

export async function listDrafts(
  { store, vault, now }: Tools,
  { collectivite, owners }: Parameters<Drafts["list"]>[0],
): Promise<readonly DraftSummary[]> {
  const rows = await store.db
    .selectFrom("drafts")
    .select(["id", "collectivite_id", "procedure", "revision", "created_at", "updated_at", "expires_at"])
    .where("collectivite_id", "=", collectivite)
    .where("owner", "in", ownerNames(vault, collectivite, owners))
    .where("expires_at", ">", now().toISOString())
    .orderBy("updated_at", "desc")
    .execute();
  return rows.map(summaryOf);
}
