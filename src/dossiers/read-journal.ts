import type { Actor } from "./dossier.ts";
import type { JournalRow } from "./journal-chain.ts";
import type { Journal, JournalAction, JournalEntry } from "./journal-entry.ts";
import { agentParts } from "./record.ts";
import { isId, type Tools } from "./tools.ts";

const PAGE = 50;
const LARGEST_PAGE = 1_000;

export async function accessesTo(
  { store }: Tools,
  { collectivite, dossier }: Parameters<Journal["accessesTo"]>[0],
): Promise<readonly JournalEntry[]> {
  if (!isId(dossier)) return [];
  const rows = await store.db
    .selectFrom("journal")
    .selectAll()
    .where("collectivite_id", "=", collectivite)
    .where("dossier_id", "=", dossier)
    .orderBy("sequence")
    .execute();
  return rows.map(toEntry);
}

export async function journalPage(
  { store, vault }: Tools,
  { collectivite, before, agent, limit = PAGE }: Parameters<Journal["page"]>[0],
): Promise<readonly JournalEntry[]> {
  let query = store.db.selectFrom("journal").selectAll().where("collectivite_id", "=", collectivite);
  if (before !== undefined) query = query.where("sequence", "<", before);
  if (agent !== undefined) {
    query = query.where("actor_pseudonym", "in", vault.pseudonyms(agentParts(collectivite, agent)));
  }
  const rows = await query.orderBy("sequence", "desc").limit(Math.min(limit, LARGEST_PAGE)).execute();
  return rows.map(toEntry);
}

function toEntry(row: JournalRow): JournalEntry {
  return {
    ...(JSON.parse(row.detail) as Pick<JournalEntry, "procedure" | "purpose" | "fields" | "call" | "count">),
    sequence: row.sequence,
    at: row.at,
    actor: row.actor as Actor["kind"],
    actorPseudonym: row.actor_pseudonym,
    action: row.action as JournalAction,
    ...(row.dossier_id !== null && { dossier: row.dossier_id }),
    hash: row.hash,
  };
}
