import { createHash } from "node:crypto";
import type { Insertable, Selectable } from "kysely";
import type { Schema, Vault } from "../storage/index.ts";
import type { JournalProblem } from "./journal-entry.ts";
import type { Db } from "./tools.ts";

export type JournalRow = Selectable<Schema["journal"]>;
export type JournalHead = Selectable<Schema["journal_heads"]>;

/** API Particulier's terms: accesses are traced for 36 months. */
export const JOURNAL_MONTHS = 36;

/** The hash of a row over the hash of the one before: the columns in this order, as a JSON array. */
export function hashOf(row: Omit<Insertable<Schema["journal"]>, "hash">, previousHash: string): string {
  const columns = [
    previousHash,
    row.collectivite_id,
    row.sequence,
    row.at,
    row.actor,
    row.actor_pseudonym,
    row.action,
    row.dossier_id,
    row.detail,
  ];
  return createHash("sha256").update(JSON.stringify(columns)).digest("base64url");
}

type Position = Omit<JournalHead, "signature">;

/** Signed, because whoever can write the table could otherwise compute a new chain. */
export function signHead(vault: Vault, head: Position): string {
  return vault.sign(headText(head));
}

export function isSigned(vault: Vault, head: JournalHead): boolean {
  return vault.verify(headText(head), head.signature);
}

function headText(head: Position): string {
  return JSON.stringify([
    "journal",
    head.collectivite_id,
    head.sequence,
    head.hash,
    head.pruned_sequence,
    head.pruned_hash,
  ]);
}

const BATCH = 1_000;

/** Where a chain stands: the last row, its hash, and what is wrong with it. */
export interface Link {
  readonly sequence: number;
  readonly hash: string;
  readonly problem?: JournalProblem;
}

/** Follows a chain row by row from its checkpoint, in batches; stops at the first broken row. */
export async function followChain(db: Db, head: JournalHead, upTo: number): Promise<Link> {
  let link: Link = { sequence: head.pruned_sequence, hash: head.pruned_hash };
  while (link.sequence < upTo) {
    const rows = await batchAfter(db, head.collectivite_id, link.sequence, upTo);
    if (rows.length === 0) return { ...link, sequence: link.sequence + 1, problem: "missing" };
    for (const row of rows) {
      const sequence = link.sequence + 1;
      if (row.sequence !== sequence) return { ...link, sequence, problem: "missing" };
      if (row.hash !== hashOf(row, link.hash)) return { ...link, sequence, problem: "altered" };
      link = { sequence, hash: row.hash };
    }
  }
  return link;
}

function batchAfter(db: Db, collectivite: string, sequence: number, upTo: number): Promise<JournalRow[]> {
  return db
    .selectFrom("journal")
    .selectAll()
    .where("collectivite_id", "=", collectivite)
    .where("sequence", ">", sequence)
    .where("sequence", "<=", upTo)
    .orderBy("sequence")
    .limit(BATCH)
    .execute();
}
