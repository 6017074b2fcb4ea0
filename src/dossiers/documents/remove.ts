import { type Db, isId, ownerNames, type Tools } from "../tools.ts";
import type { Documents } from "./document.ts";

export async function removeDocuments(
  { store, vault }: Tools,
  { collectivite, owners, id, documents }: Parameters<Documents["remove"]>[0],
): Promise<void> {
  if (!isId(id)) return;
  await store.db
    .deleteFrom("documents")
    .where("id", "in", documents.filter(isId))
    .where("dossier_id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("drafts")
          .select("drafts.id")
          .where("drafts.id", "=", id)
          .where("drafts.collectivite_id", "=", collectivite)
          .where("drafts.owner", "in", ownerNames(vault, collectivite, owners)),
      ),
    )
    .execute();
}

/** Databases bound the values of one query. */
const AT_ONCE = 1_000;

/** Takes away every file of drafts or dossiers that are themselves being taken away. */
export async function removeDocumentsOf(db: Db, removed: readonly { readonly id: string }[]): Promise<void> {
  for (let from = 0; from < removed.length; from += AT_ONCE) {
    const ids = removed.slice(from, from + AT_ONCE).map(({ id }) => id);
    await db.deleteFrom("documents").where("dossier_id", "in", ids).execute();
  }
}
