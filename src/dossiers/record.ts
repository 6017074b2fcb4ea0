import type { Vault } from "../storage/index.ts";
import type { Actor } from "./dossier.ts";
import { hashOf, isSigned, type JournalHead, signHead } from "./journal-chain.ts";
import type { JournalInput } from "./journal-entry.ts";
import { tally } from "./quality/tally.ts";
import { type Db, ownerName, type Tools } from "./tools.ts";

/**
 * Adds a row to the journal, within the caller's transaction: what is done and its trace are written together.
 * Call it last: it takes the chain's head, which the collectivité's other writers then wait for.
 */
export async function record({ vault, now }: Tools, db: Db, entry: JournalInput): Promise<void> {
  if (entry.call) {
    const { collectivite, procedure = "", call } = entry;
    const detail = `${call.route} ${call.outcome}`;
    await tally(db, { collectivite, procedure, now: now() }, [{ measure: "fetched", detail }]);
  }
  const head = await takeHead(vault, db, entry.collectivite);
  const { collectivite, actor, action, dossier, ...detail } = entry;
  const sequence = head.sequence + 1;
  const row = {
    collectivite_id: collectivite,
    sequence,
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
  // A head that is not ours is not made ours: whatever was done to the chain stays visible, and the service goes on.
  const signature = isSigned(vault, head) ? signHead(vault, { ...head, sequence, hash }) : "";
  await db
    .updateTable("journal_heads")
    .set({ sequence, hash, signature })
    .where("collectivite_id", "=", collectivite)
    .execute();
}

/** The head of the chain, locked until the transaction ends; a first one where the chain begins. */
export async function takeHead(vault: Vault, db: Db, collectivite: string): Promise<JournalHead> {
  const take = () =>
    db
      .updateTable("journal_heads")
      // Written unchanged: the one way to lock a row that both databases know.
      .set((eb) => ({ sequence: eb.ref("sequence") }))
      .where("collectivite_id", "=", collectivite)
      .returningAll()
      .executeTakeFirst();
  const head = await take();
  if (head) return head;
  const first = { collectivite_id: collectivite, sequence: 0, hash: "", pruned_sequence: 0, pruned_hash: "" };
  const signed = { ...first, signature: signHead(vault, first) };
  await db
    .insertInto("journal_heads")
    .values(signed)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await take()) ?? signed;
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
