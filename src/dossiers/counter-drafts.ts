import type { CounterDrafts, Draft, DraftSummary } from "./draft.ts";
import { type DraftContent, draftContext, summaryOf } from "./draft-row.ts";
import { isAtCounter, isId, ownerNames, type Tools } from "./tools.ts";

/** The drafts that agents typed in at the counter: any agent of the collectivité finds them, and nobody else. */
export function createCounterDrafts(tools: Tools): CounterDrafts {
  return {
    find: (request) => findCounterDraft(tools, request),
    list: (request) => listCounterDrafts(tools, request),
  };
}

async function findCounterDraft(
  { store, vault, now }: Tools,
  { collectivite, id }: Parameters<CounterDrafts["find"]>[0],
): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const row = await store.db
    .selectFrom("drafts")
    .selectAll()
    .where("collectivite_id", "=", collectivite)
    .where("id", "=", id)
    .where("expires_at", ">", now().toISOString())
    .executeTakeFirst();
  if (!row || !isAtCounter(row)) return undefined;
  const { owner, state } = (await vault.open(row.sealed, draftContext({ collectivite, id }))) as DraftContent;
  // The column outside the seal could have been overwritten: a citizen's draft is no agent's.
  return owner.platform === "counter" && ownerNames(vault, collectivite, [owner]).includes(row.owner)
    ? { ...summaryOf(row), owner, state }
    : undefined;
}

async function listCounterDrafts(
  { store, now }: Tools,
  { collectivite }: Parameters<CounterDrafts["list"]>[0],
): Promise<readonly DraftSummary[]> {
  const rows = await store.db
    .selectFrom("drafts")
    .select([
      "id",
      "owner",
      "collectivite_id",
      "procedure",
      "revision",
      "created_at",
      "updated_at",
      "expires_at",
    ])
    .where("collectivite_id", "=", collectivite)
    .where("owner", "like", "counter.%")
    .where("expires_at", ">", now().toISOString())
    .orderBy("updated_at", "desc")
    .limit(LISTED)
    .execute();
  return rows.map(summaryOf);
}

/** More than any counter leaves unfinished in thirty days. */
const LISTED = 100;
