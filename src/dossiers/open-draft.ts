import { randomUUID } from "node:crypto";
import { removeDocumentsOf } from "./documents/remove.ts";
import type { Draft, Drafts } from "./draft.ts";
import { draftExpiry, sealDraft } from "./draft-row.ts";
import { findDraftByProcedure } from "./find-draft.ts";
import { stepsSoFar, tallyAbandoned } from "./quality/steps.ts";
import { tally } from "./quality/tally.ts";
import { ownerName, ownerNames, type Tools } from "./tools.ts";

type Request = Parameters<Drafts["open"]>[0];

/** Two tabs that open at once get the same draft: the database allows one. */
export async function openOrBeginDraft(tools: Tools, request: Request): Promise<Draft> {
  const { collectivite, procedure, owner } = request;
  const known = await findDraftByProcedure(tools, { collectivite, procedure, owners: [owner] });
  return known ?? (await begin(tools, request)) ?? openOrBeginDraft(tools, request);
}

async function begin(
  tools: Tools,
  { collectivite, procedure, owner, initial }: Request,
): Promise<Draft | undefined> {
  const { store, vault } = tools;
  const now = tools.now();
  const at = now.toISOString();
  const id = randomUUID();
  const sealed = await sealDraft(tools, { collectivite, id }, { owner, state: initial });
  const row = {
    id,
    collectivite_id: collectivite,
    procedure,
    owner: ownerName(vault, collectivite, owner),
    revision: 1,
    steps: stepsSoFar("", initial.completed),
    sealed,
    created_at: at,
    updated_at: at,
    expires_at: draftExpiry(now),
  };
  const inserted = await store.db.transaction().execute(async (db) => {
    const expired = await db
      .deleteFrom("drafts")
      .where("collectivite_id", "=", collectivite)
      .where("owner", "in", ownerNames(vault, collectivite, [owner]))
      .where("procedure", "=", procedure)
      .where("expires_at", "<=", at)
      .returning(["id", "collectivite_id", "procedure", "steps"])
      .execute();
    await removeDocumentsOf(db, expired);
    const begun = await db
      .insertInto("drafts")
      .values(row)
      .onConflict((conflict) => conflict.columns(["collectivite_id", "owner", "procedure"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    await tallyAbandoned(db, expired, now);
    if (begun) await tally(db, { collectivite, procedure, now }, [{ measure: "opened" }]);
    return begun;
  });
  return (
    inserted && {
      id,
      collectivite,
      procedure,
      owner,
      revision: 1,
      state: initial,
      createdAt: at,
      updatedAt: at,
      expiresAt: row.expires_at,
    }
  );
}
