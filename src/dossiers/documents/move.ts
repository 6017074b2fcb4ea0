import { DossierError } from "../error.ts";
import { findDraft } from "../find-draft.ts";
import type { Tools } from "../tools.ts";
import type { Documents } from "./document.ts";
import { contextOf } from "./document-row.ts";

/** Sealed again, because a seal is bound to its draft; under the same ids, because the answers that are carried over name them. */
export async function moveDocuments(
  tools: Tools,
  { from, to }: Parameters<Documents["move"]>[0],
): Promise<void> {
  const { store, vault } = tools;
  const [source, target] = await Promise.all([findDraft(tools, from), findDraft(tools, to)]);
  if (!source || !target || source.collectivite !== target.collectivite) {
    throw new DossierError("draft_not_found", "files are moved between two drafts of the same citizen");
  }
  const rows = await store.db
    .selectFrom("documents")
    .selectAll()
    .where("dossier_id", "=", source.id)
    .where("collectivite_id", "=", source.collectivite)
    .execute();
  for (const row of rows) {
    const moved = { ...row, dossier_id: target.id };
    const name = await vault.open(row.sealed_name, contextOf("sealed_name", row));
    const bytes = await vault.openBytes(row.sealed, contextOf("sealed", row));
    await store.db
      .updateTable("documents")
      .set({
        dossier_id: target.id,
        sealed_name: await vault.seal(name, contextOf("sealed_name", moved)),
        sealed: await vault.sealBytes(bytes, contextOf("sealed", moved)),
      })
      .where("id", "=", row.id)
      .execute();
  }
}
