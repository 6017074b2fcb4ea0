import { countedIn, recount } from "./counts.ts";
import { removeDocumentsOf } from "./documents/remove.ts";
import type { Expired } from "./dossiers-type.ts";
import { addMonths } from "./months.ts";
import { pruneJournals } from "./prune-journal.ts";
import { expireOpinions } from "./quality/expire-opinions.ts";
import { tallyAbandoned } from "./quality/steps.ts";
import { record } from "./record.ts";
import type { Tools } from "./tools.ts";
import { DECIDED } from "./transitions.ts";

/** Small enough that citizens who send meanwhile hardly wait. */
const BATCH = 100;

export async function expire(tools: Tools): Promise<Expired> {
  return {
    drafts: await removeExpiredDrafts(tools),
    parked: await removeParked(tools),
    opinions: await expireOpinions(tools),
    dossiers: await expireDossiers(tools),
    journalRows: await pruneJournals(tools),
    overdue: await countOverdue(tools),
  };
}

function removeExpiredDrafts({ store, now }: Tools): Promise<number> {
  return store.db.transaction().execute(async (db) => {
    const removed = await db
      .deleteFrom("drafts")
      .where("expires_at", "<=", now().toISOString())
      .returning(["id", "collectivite_id", "procedure", "steps"])
      .execute();
    await removeDocumentsOf(db, removed);
    await tallyAbandoned(db, removed, now());
    return removed.length;
  });
}

async function removeParked({ store, now }: Tools): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom("parked_values")
    .where("expires_at", "<=", now().toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function expireDossiers(tools: Tools): Promise<number> {
  let total = 0;
  for (let removed = BATCH; removed === BATCH; total += removed) removed = await expireBatch(tools);
  return total;
}

function expireBatch(tools: Tools): Promise<number> {
  const at = tools.now().toISOString();
  return tools.store.db.transaction().execute(async (db) => {
    const due = db.selectFrom("dossiers").select("id").where("expires_at", "<=", at).limit(BATCH);
    const removed = await db
      .deleteFrom("dossiers")
      .where("id", "in", due)
      // Again: an agent may have reopened one meanwhile.
      .where("expires_at", "<=", at)
      .returning(["id", "collectivite_id", "procedure", "state"])
      .execute();
    await removeDocumentsOf(db, removed);
    await recount(
      db,
      removed.map((row) => ({ ...countedIn(row), by: -1 })),
    );
    // In one order everywhere: two processes never wait for each other's chains.
    removed.sort((a, b) => (a.collectivite_id < b.collectivite_id ? -1 : 1));
    for (const { id, collectivite_id, procedure } of removed) {
      await record(tools, db, {
        collectivite: collectivite_id,
        actor: { kind: "system" },
        action: "expired",
        dossier: id,
        procedure,
      });
    }
    return removed.length;
  });
}

async function countOverdue({ store, now }: Tools): Promise<number> {
  const retentions = await store.db.selectFrom("dossiers").select("retention_months").distinct().execute();
  let overdue = 0;
  for (const { retention_months } of retentions) {
    const { count } = await store.db
      .selectFrom("dossiers")
      .select(({ fn }) => fn.countAll<number | string>().as("count"))
      .where("retention_months", "=", retention_months)
      .where("state", "not in", [...DECIDED])
      .where("updated_at", "<", addMonths(now(), -retention_months).toISOString())
      .executeTakeFirstOrThrow();
    overdue += Number(count);
  }
  return overdue;
}
