import { followChain, isSigned, JOURNAL_MONTHS, type JournalHead } from "./journal-chain.ts";
import type { Journal, JournalProblem, JournalVerdict } from "./journal-entry.ts";
import { addMonths } from "./months.ts";
import type { Tools } from "./tools.ts";

/** Reads the whole chain in batches; rows that are added meanwhile are left for the next time. */
export async function verifyJournal(
  tools: Tools,
  { collectivite }: Parameters<Journal["verify"]>[0],
): Promise<JournalVerdict> {
  const last = await lastSequence(tools, collectivite);
  const head = await headOf(tools, collectivite);
  if (await isTraceMissing(tools, collectivite)) return broken((head?.pruned_sequence ?? 0) + 1, "missing");
  if (!head) return last > 0 ? broken(1, "missing") : { intact: true, rows: 0, sequence: 0, hash: "" };
  if (!isSigned(tools.vault, head)) return broken(head.sequence, "unsigned");
  if (last > head.sequence) return broken(head.sequence + 1, "altered");
  const verdict = await follow(tools, head);
  const now = await headOf(tools, collectivite);
  // Retention has taken rows off while they were read: what is missing may be what it took.
  return verdict.intact || now?.pruned_sequence === head.pruned_sequence
    ? verdict
    : verifyJournal(tools, { collectivite });
}

async function follow({ store }: Tools, head: JournalHead): Promise<JournalVerdict> {
  const { sequence, hash, problem } = await followChain(store.db, head, head.sequence);
  if (problem !== undefined) return broken(sequence, problem);
  if (hash !== head.hash) return broken(sequence, "altered");
  return { intact: true, rows: sequence - head.pruned_sequence, sequence, hash };
}

async function lastSequence({ store }: Tools, collectivite: string): Promise<number> {
  const row = await store.db
    .selectFrom("journal")
    .select("sequence")
    .where("collectivite_id", "=", collectivite)
    .orderBy("sequence", "desc")
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

function headOf({ store }: Tools, collectivite: string): Promise<JournalHead | undefined> {
  return store.db
    .selectFrom("journal_heads")
    .selectAll()
    .where("collectivite_id", "=", collectivite)
    .executeTakeFirst();
}

/** Each dossier leaves a trace when it is sent: one without says that a whole chain was taken away, and begun again. */
async function isTraceMissing({ store, now }: Tools, collectivite: string): Promise<boolean> {
  const untraced = await store.db
    .selectFrom("dossiers")
    .select("id")
    .where("collectivite_id", "=", collectivite)
    .where("sent_at", ">=", addMonths(now(), -JOURNAL_MONTHS).toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("journal")
            .select("journal.sequence")
            .where("journal.collectivite_id", "=", collectivite)
            .whereRef("journal.dossier_id", "=", "dossiers.id"),
        ),
      ),
    )
    .executeTakeFirst();
  return untraced !== undefined;
}

function broken(sequence: number, problem: JournalProblem): JournalVerdict {
  return { intact: false, sequence, problem };
}
