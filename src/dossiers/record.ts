import type { Schema, Vault } from "../storage/index.ts";
import type { Actor } from "./dossier.ts";
import { hashOf, type JournalHead, signHead } from "./journal-chain.ts";
import type { JournalInput } from "./journal-entry.ts";
import { type Db, ownerName, type Tools } from "./tools.ts";

/**
 * Adds a row to the journal, within the caller's transaction: what is done and its trace are written together.
 * Call it last: it takes the chain's head, which the collectivité's other writers then wait for.
 */
export async function record({ vault, now }: Tools, db: Db, entry: JournalInput): Promise<void> {
  const head = await takeHead(db, entry.collectivite);
  const { collectivite, actor, action, dossier, ...detail } = entry;
  const row = {
    collectivite_id: collectivite,
    sequence: head.sequence,
    at: now().toISOString(),
    actor: actor.kind,
    actor_pseudonym: actorName(vault, collectivite, actor),
    action,
    dossier_id: dossier ?? null,
    detail: JSON.stringify(detail),
  };
  const hash = hashOf(row, head.hash);
  await db
    .insertInto("journal")
    .values({ ...row, hash })
    .execute();
  await db
    .updateTable("journal_heads")
    .set({ hash, signature: signHead(vault, { ...head, hash }) })
    .where("collectivite_id", "=", collectivite)
    .execute();
}

/** Moves the head on by one and keeps it locked until the transaction ends. Its hash is still the last row's. */
async function takeHead(db: Db, collectivite: string): Promise<JournalHead> {
  const advance = () =>
    db
      .updateTable("journal_heads")
      .set((eb) => ({ sequence: eb("sequence", "+", 1) }))
      .where("collectivite_id", "=", collectivite)
      .returningAll()
      .executeTakeFirst();
  const head = await advance();
  if (head) return head;
  const first: Schema["journal_heads"] = {
    collectivite_id: collectivite,
    sequence: 0,
    hash: "",
    pruned_sequence: 0,
    pruned_hash: "",
    signature: "",
  };
  await db
    .insertInto("journal_heads")
    .values(first)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await advance()) ?? { ...first, sequence: 1 };
}

/** The pseudonym under which this actor stands in the journal; the same one for an owner and their dossiers. */
export function actorName(vault: Vault, collectivite: string, actor: Actor): string {
  switch (actor.kind) {
    case "agent":
      return vault.pseudonym(agentParts(collectivite, actor.sub));
    case "citizen":
      return ownerName(vault, collectivite, actor.owner);
    case "system":
      return "";
  }
}

export function agentParts(collectivite: string, sub: string): readonly string[] {
  return [collectivite, "agent", sub];
}
