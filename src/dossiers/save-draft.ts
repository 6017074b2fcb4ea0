import type { Draft, Drafts } from "./draft.ts";
import { draftExpiry, draftRow, openDraft, sealDraft, summaryOf } from "./draft-row.ts";
import { DossierError } from "./error.ts";
import { findDraft } from "./find-draft.ts";
import { stepsSoFar } from "./quality/steps.ts";
import type { Tools } from "./tools.ts";

/** How often a late source tries again when others keep saving: more than any form has sources. */
const ATTEMPTS = 20;

export async function saveDraft(tools: Tools, request: Parameters<Drafts["save"]>[0]): Promise<Draft> {
  const { id, collectivite, owners, state, expectedRevision } = request;
  const row = await draftRow(tools, tools.store.db, request);
  const draft = row && (await openDraft(tools, row, owners));
  if (!draft) throw new DossierError("draft_not_found", "the draft was sent, removed or expired");
  const sealed = await sealDraft(tools, { collectivite, id }, { owner: draft.owner, state });
  const now = tools.now();
  const saved = await tools.store.db
    .updateTable("drafts")
    .set((eb) => ({
      sealed,
      steps: stepsSoFar(row.steps, state.completed),
      revision: eb("revision", "+", 1),
      updated_at: now.toISOString(),
      expires_at: draftExpiry(now),
    }))
    .where("id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .where("owner", "=", row.owner)
    .$if(expectedRevision !== undefined, (query) => query.where("revision", "=", Number(expectedRevision)))
    .returning(["id", "collectivite_id", "procedure", "revision", "created_at", "updated_at", "expires_at"])
    .executeTakeFirst();
  if (saved) return { ...summaryOf(saved), owner: draft.owner, state };
  if (await findDraft(tools, request)) {
    throw new DossierError("draft_changed", "another tab saved this draft in between");
  }
  throw new DossierError("draft_not_found", "the draft was sent or removed in between");
}

export async function changeDraft(
  tools: Tools,
  { change, ...key }: Parameters<Drafts["change"]>[0],
): Promise<Draft | undefined> {
  for (let attempt = 1; ; attempt++) {
    const draft = await findDraft(tools, key);
    if (!draft) return undefined;
    try {
      return await saveDraft(tools, { ...key, state: change(draft.state), expectedRevision: draft.revision });
    } catch (error) {
      if (!(error instanceof DossierError) || attempt === ATTEMPTS) throw error;
    }
  }
}
