import type { Dossier, DossierSummary } from "./dossier.ts";
import { type DossierRow, openDossier, SUMMARY_COLUMNS, summaryOf } from "./dossier-row.ts";
import type { Dossiers } from "./dossiers-type.ts";
import type { DraftKey } from "./draft.ts";
import { type Db, isId, isOneOf, ownerNames, type Tools } from "./tools.ts";

export async function dossierRow(db: Db, collectivite: string, id: string): Promise<DossierRow | undefined> {
  if (!isId(id)) return undefined;
  return db
    .selectFrom("dossiers")
    .selectAll()
    .where("id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .executeTakeFirst();
}

export async function findForCitizen(
  tools: Tools,
  { collectivite, owners, id }: DraftKey,
): Promise<Dossier | undefined> {
  const row = await dossierRow(tools.store.db, collectivite, id);
  if (!row || !ownerNames(tools.vault, collectivite, owners).includes(row.owner)) return undefined;
  const dossier = await openDossier(tools, tools.store.db, row);
  return isOneOf(owners, dossier.owner) ? dossier : undefined;
}

export async function forAgent(
  tools: Tools,
  { collectivite, id }: Parameters<Dossiers["forAgent"]>[0],
): Promise<Dossier | undefined> {
  const row = await dossierRow(tools.store.db, collectivite, id);
  return row && openDossier(tools, tools.store.db, row);
}

export async function listForCitizen(
  { store, vault }: Tools,
  { collectivite, owners }: Parameters<Dossiers["listForCitizen"]>[0],
): Promise<readonly DossierSummary[]> {
  const rows = await store.db
    .selectFrom("dossiers")
    .select([...SUMMARY_COLUMNS])
    .where("collectivite_id", "=", collectivite)
    .where("owner", "in", ownerNames(vault, collectivite, owners))
    .orderBy("sent_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(summaryOf);
}
