import type { Store } from "../../storage/index.ts";
import type { Campaign } from "../campaign.ts";
import { departementNames } from "../registry/cog.ts";
import { listPartners } from "../registry/partners.ts";
import type { Stratum } from "../territory.ts";

/** How many of how many. `of` is every collectivité of the group, not only those that began. */
export interface Rate {
  readonly key: string;
  /** In words, where the key is a code: « Gironde », « Entr’ouvert ». */
  readonly name: string;
  readonly reached: number;
  readonly of: number;
}

export type Breakdowns = Readonly<Record<Dimension, readonly Rate[]>>;

/** What figures are broken down by: columns of the registry. */
export const DIMENSIONS = ["departement", "stratum", "vendor", "opsn"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The campaign's milestone by département, stratum, vendor and shared operator, each with its own denominator. */
export async function breakdowns(store: Store, campaign: Campaign): Promise<Breakdowns> {
  const names = await namesOf(store);
  const all = await Promise.all(
    DIMENSIONS.map(async (dimension) => {
      const rows = await store.db
        .selectFrom("onboarding_territories")
        .leftJoin("onboarding_reached", (join) =>
          join
            .onRef("onboarding_reached.territory", "=", "onboarding_territories.code")
            .on("onboarding_reached.milestone", "=", campaign.milestone),
        )
        .select(({ ref, fn }) => [
          ref(`onboarding_territories.${dimension}`).as("key"),
          fn.count<number>("onboarding_reached.territory").as("reached"),
          fn.countAll<number>().as("of"),
        ])
        .where(`onboarding_territories.${dimension}`, "is not", null)
        .groupBy(`onboarding_territories.${dimension}`)
        .orderBy("key")
        .execute();
      return [
        dimension,
        rows.map(({ key, reached, of }) => ({
          key: key ?? "",
          name: names[dimension].get(key ?? "") ?? key ?? "",
          reached: Number(reached),
          of: Number(of),
        })),
      ] as const;
    }),
  );
  return Object.fromEntries(all) as unknown as Breakdowns;
}

const STRATUM_NAMES: ReadonlyMap<string, string> = new Map<Stratum, string>([
  ["region", "Régions"],
  ["departement", "Départements"],
  ["epci", "Intercommunalités"],
  ["commune-3500-plus", "Communes de 3 500 habitants et plus"],
  ["commune-moins-3500", "Communes de moins de 3 500 habitants"],
]);

async function namesOf(store: Store): Promise<Readonly<Record<Dimension, ReadonlyMap<string, string>>>> {
  const partners = new Map((await listPartners(store)).map(({ slug, name }) => [slug, name]));
  return {
    departement: departementNames(),
    stratum: STRATUM_NAMES,
    vendor: partners,
    opsn: partners,
  };
}
