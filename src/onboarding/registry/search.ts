import { sql } from "kysely";
import type { Store } from "../../storage/index.ts";
import type { Territory } from "../territory.ts";
import { toTerritory } from "./to-territory.ts";

const SHOWN = 20;
/** Nobody searches for « % ». */
const WILDCARDS = /[%_\\]/g;

/** Collectivités with this SIREN, or whose name begins so: the most populated first. */
export async function searchTerritories(store: Store, words: string): Promise<readonly Territory[]> {
  const digits = words.replace(/\s/g, "");
  const beginning = words.trim().toLowerCase().replace(WILDCARDS, "");
  if (beginning === "") return [];
  const found = store.db.selectFrom("onboarding_territories").selectAll();
  const rows = /^\d{9,14}$/.test(digits)
    ? await found.where("siren", "=", digits.slice(0, 9)).execute()
    : await found
        .where(sql`lower(name)`, "like", `${beginning}%`)
        .orderBy(sql`coalesce(population, 0)`, "desc")
        .orderBy("code")
        .limit(SHOWN)
        .execute();
  return rows.map(toTerritory);
}
