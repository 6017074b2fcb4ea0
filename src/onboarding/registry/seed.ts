import { sql } from "kysely";
import type { Store } from "../../storage/index.ts";
import { chunks } from "../events/append.ts";
import type { Territory } from "../territory.ts";

/**
 * Writes the registry, or brings names, populations and divisions up to date. What is known of a collectivité
 * (its vendor, its stage, a SIREN learned from an import) stays.
 */
export async function seedRegistry(store: Store, territories: readonly Territory[]): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    for (const chunk of chunks(territories)) {
      await trx
        .insertInto("onboarding_territories")
        .values(
          chunk.map(({ code, kind, siren, name, departement, region, population, stratum }) => ({
            code,
            kind,
            siren: siren ?? null,
            name,
            departement: departement ?? null,
            region: region ?? null,
            population: population ?? null,
            stratum,
            vendor: null,
            opsn: null,
            stage: null,
            stage_at: null,
          })),
        )
        .onConflict((conflict) =>
          conflict.column("code").doUpdateSet((row) => ({
            siren: sql<string | null>`coalesce(${row.ref("excluded.siren")}, onboarding_territories.siren)`,
            name: row.ref("excluded.name"),
            departement: row.ref("excluded.departement"),
            region: row.ref("excluded.region"),
            population: row.ref("excluded.population"),
            stratum: row.ref("excluded.stratum"),
          })),
        )
        .execute();
    }
    await trx.deleteFrom("onboarding_summaries").execute();
  });
}

/** Whether there is nobody in the registry yet. */
export async function isRegistryEmpty(store: Store): Promise<boolean> {
  const first = await store.db
    .selectFrom("onboarding_territories")
    .select("code")
    .limit(1)
    .executeTakeFirst();
  return first === undefined;
}
