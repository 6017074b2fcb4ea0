import { randomUUID } from "node:crypto";
import { countedIn, recount } from "../../src/dossiers/counts.ts";
import { DOSSIER_STATES, type DossierState } from "../../src/dossiers/index.ts";
import type { Store, Vault } from "../../src/storage/index.ts";

const PROCEDURES = ["restauration-scolaire", "creche", "transport", "stationnement", "ccas", "bourse", "apa"];
const DECIDED: readonly DossierState[] = DOSSIER_STATES.slice(3);
const BATCH = 500;

/**
 * Fills a collectivité as years would: a dossier a minute, the last three in a hundred still open.
 * Only what a list opens is sealed; the forms are ballast of their usual size.
 */
export async function manyDossiers(
  { store, vault, collectivite }: { store: Store; vault: Vault; collectivite: string },
  count: number,
): Promise<void> {
  const row = async (index: number) => {
    const id = randomUUID();
    const at = new Date(Date.parse("2024-01-01T00:00:00Z") + index * 60_000).toISOString();
    const states: readonly DossierState[] = index < count * 0.97 ? DECIDED : ["sent", "in_review"];
    return {
      id,
      collectivite_id: collectivite,
      number: `2024-MD-${index}`,
      procedure: PROCEDURES[index % PROCEDURES.length] as string,
      version: "1",
      state: states[index % states.length] as string,
      revision: 1,
      owner: vault.pseudonym([String(index % 40_000)]),
      retention_months: 60,
      sent_at: at,
      updated_at: at,
      expires_at: null,
      sealed_applicant: await vault.seal("Angela DUBOIS", `${collectivite}/dossiers.sealed_applicant/${id}`),
      sealed: "x".repeat(3_000),
    };
  };
  for (let from = 0; from < count; from += BATCH) {
    const rows = await Promise.all(
      Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => row(from + index)),
    );
    await store.db.transaction().execute(async (db) => {
      await db.insertInto("dossiers").values(rows).execute();
      await recount(
        db,
        rows.map((row) => ({ ...countedIn(row), by: 1 })),
      );
    });
  }
}
