import { followChain, isSigned, JOURNAL_MONTHS, signHead } from "./journal-chain.ts";
import { addMonths } from "./months.ts";
import { takeHead } from "./record.ts";
import type { Tools } from "./tools.ts";

/** Takes the oldest rows off every chain, and notes where it begins now. Returns how many went. */
export async function pruneJournals(tools: Tools): Promise<number> {
  const heads = await tools.store.db.selectFrom("journal_heads").select("collectivite_id").execute();
  let removed = 0;
  for (const { collectivite_id } of heads) removed += await prune(tools, collectivite_id);
  return removed;
}

function prune({ store, vault, now }: Tools, collectivite: string): Promise<number> {
  const cutoff = addMonths(now(), -JOURNAL_MONTHS).toISOString();
  return store.db.transaction().execute(async (db) => {
    const head = await takeHead(vault, db, collectivite);
    const young = await db
      .selectFrom("journal")
      .select("sequence")
      .where("collectivite_id", "=", collectivite)
      .where("at", ">=", cutoff)
      .orderBy("sequence")
      .executeTakeFirst();
    const upTo = young ? young.sequence - 1 : head.sequence;
    // A broken chain stays as it is: what is taken off would be forgotten.
    if (upTo <= head.pruned_sequence || !isSigned(vault, head)) return 0;
    const { hash, problem } = await followChain(db, head, upTo);
    if (problem !== undefined) return 0;
    const checkpoint = { ...head, pruned_sequence: upTo, pruned_hash: hash };
    await db
      .updateTable("journal_heads")
      .set({
        pruned_sequence: upTo,
        pruned_hash: hash,
        signature: signHead(vault, checkpoint),
      })
      .where("collectivite_id", "=", collectivite)
      .execute();
    const { numDeletedRows } = await db
      .deleteFrom("journal")
      .where("collectivite_id", "=", collectivite)
      .where("sequence", "<=", upTo)
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
