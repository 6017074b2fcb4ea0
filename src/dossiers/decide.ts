import { advance } from "./advance.ts";
import type { Dossier } from "./dossier.ts";
import { type DossierRow, openDossier } from "./dossier-row.ts";
import type { Dossiers } from "./dossiers-type.ts";
import { DossierError } from "./error.ts";
import { dossierRow } from "./find-dossier.ts";
import type { Tools } from "./tools.ts";

export async function decide(
  tools: Tools,
  { collectivite, id, expectedRevision, decision, agent }: Parameters<Dossiers["decide"]>[0],
): Promise<Dossier> {
  const row = await expectRow(tools, collectivite, id, expectedRevision);
  await advance(tools, row, { ...decision, actor: { kind: "agent", ...agent }, action: "decided" });
  return reopened(tools, collectivite, id);
}

/** The dossier as the caller saw it, or the error that says why not. */
export async function expectRow(
  { store }: Tools,
  collectivite: string,
  id: string,
  expectedRevision: number,
): Promise<DossierRow> {
  const row = await dossierRow(store.db, collectivite, id);
  if (!row) throw new DossierError("dossier_not_found", "no dossier of this collectivité has this id");
  if (row.revision !== expectedRevision) {
    throw new DossierError(
      "dossier_changed",
      `revision ${expectedRevision} was shown, ${row.revision} is current`,
    );
  }
  return row;
}

/** The dossier after what was just done to it. */
export async function reopened(tools: Tools, collectivite: string, id: string): Promise<Dossier> {
  const row = await dossierRow(tools.store.db, collectivite, id);
  if (!row) throw new DossierError("dossier_not_found", "removed in between");
  return openDossier(tools, tools.store.db, row);
}
