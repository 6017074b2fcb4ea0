import type { DraftKey } from "../draft.ts";
import { draftRow, openDraft } from "../draft-row.ts";
import { findForCitizen } from "../find-dossier.ts";
import type { Db, Tools } from "../tools.ts";

/** What documents are joined to: a form that is still being filled, or one that was sent. */
export interface Holder {
  readonly table: "drafts" | "dossiers";
  /** Fields to which a file may be added; every one of a draft. */
  readonly asked?: readonly string[];
}

/** The draft, or the dossier, of these owners; undefined where it is somebody else's. */
export async function findHolder(tools: Tools, key: DraftKey): Promise<Holder | undefined> {
  const row = await draftRow(tools, tools.store.db, key);
  if (row && (await openDraft(tools, row, key.owners))) return { table: "drafts" };
  const dossier = await findForCitizen(tools, key);
  if (!dossier) return undefined;
  const last = dossier.state === "correction_requested" ? dossier.history.at(-1) : undefined;
  return { table: "dossiers", asked: last?.fields ?? [] };
}

/** Locks it until the transaction ends; false where it was sent, decided or removed meanwhile. */
export async function lockHolder(db: Db, { table }: Holder, key: DraftKey): Promise<boolean> {
  const locked =
    table === "drafts"
      ? await db
          .updateTable("drafts")
          // Written unchanged: the one way to lock a row that both databases know.
          .set((eb) => ({ revision: eb.ref("revision") }))
          .where("id", "=", key.id)
          .where("collectivite_id", "=", key.collectivite)
          .returning("id")
          .executeTakeFirst()
      : await db
          .updateTable("dossiers")
          .set((eb) => ({ revision: eb.ref("revision") }))
          .where("id", "=", key.id)
          .where("collectivite_id", "=", key.collectivite)
          .where("state", "=", "correction_requested")
          .returning("id")
          .executeTakeFirst();
  return locked !== undefined;
}
