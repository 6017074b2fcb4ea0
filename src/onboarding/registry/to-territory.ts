import type { Selectable } from "kysely";
import type { Schema } from "../../storage/index.ts";
import type { Stratum, Territory, TerritoryKind } from "../territory.ts";

/** A row of the registry as the other rooms see it. */
export function toTerritory(row: Selectable<Schema["onboarding_territories"]>): Territory {
  return {
    code: row.code,
    kind: row.kind as TerritoryKind,
    name: row.name,
    stratum: row.stratum as Stratum,
    ...(row.siren && { siren: row.siren }),
    ...(row.departement && { departement: row.departement }),
    ...(row.region && { region: row.region }),
    ...(row.population !== null && { population: row.population }),
  };
}
