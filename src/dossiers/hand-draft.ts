import { removeDocumentsOf } from "./documents/remove.ts";
import type { Draft, Drafts } from "./draft.ts";
import { draftExpiry, sealDraft } from "./draft-row.ts";
import { DossierError } from "./error.ts";
import { findDraft, findDraftByProcedure } from "./find-draft.ts";
import { tallyAbandoned } from "./quality/steps.ts";
import { tally } from "./quality/tally.ts";
import { isId, ownerName, ownerNames, type Tools } from "./tools.ts";

export async function handDraft(
  tools: Tools,
  { to, ...key }: Parameters<Drafts["hand"]>[0],
): Promise<Draft | undefined> {
  const { store, vault } = tools;
  const { collectivite, id } = key;
  const draft = await findDraft(tools, key);
  if (!draft) return undefined;
  const theirs = await findDraftByProcedure(tools, {
    collectivite,
    procedure: draft.procedure,
    owners: [to],
  });
  if (theirs && theirs.id !== id) {
    throw new DossierError("draft_exists", "the citizen has a draft for this procedure: let them choose");
  }
  const now = tools.now();
  const sealed = await sealDraft(tools, key, { owner: to, state: draft.state });
  await store.db
    .updateTable("drafts")
    .set((eb) => ({
      sealed,
      owner: ownerName(vault, collectivite, to),
      revision: eb("revision", "+", 1),
      updated_at: now.toISOString(),
      expires_at: draftExpiry(now),
    }))
    .where("id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .where("revision", "=", draft.revision)
    .execute();
  return findDraft(tools, { collectivite, id, owners: [to] });
}

export async function removeDraft(
  { store, vault, now }: Tools,
  { id, collectivite, owners, merged }: Parameters<Drafts["remove"]>[0],
): Promise<void> {
  if (!isId(id)) return;
  await store.db.transaction().execute(async (db) => {
    const removed = await db
      .deleteFrom("drafts")
      .where("id", "=", id)
      .where("collectivite_id", "=", collectivite)
      .where("owner", "in", ownerNames(vault, collectivite, owners))
      .returning(["collectivite_id", "procedure", "steps"])
      .executeTakeFirst();
    if (!removed) return;
    await removeDocumentsOf(db, [{ id }]);
    const place = { collectivite, procedure: removed.procedure, now: now() };
    if (merged) await tally(db, place, [{ measure: "merged" }]);
    else await tallyAbandoned(db, [removed], place.now);
  });
}
