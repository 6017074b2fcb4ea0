import type { Store } from "../../storage/index.ts";
import type { Campaign } from "../campaign.ts";
import { computeOverview, type Overview } from "./overview.ts";

/** Changes with the shape of {@link Overview}: what an older version kept is computed again. */
const SHAPE = 4;

/** Reads the overview of a campaign on a day. */
export type ReadOverview = (campaign: Campaign, today: string) => Promise<Overview>;

/**
 * The overview, computed again only after an event, a new registry or a new day: reading it costs the same for a
 * thousand events as for a million. Readers that come while it is being computed wait for the same one.
 */
export function createOverviews(store: Store): ReadOverview {
  const underWay = new Map<string, Promise<Overview>>();
  return async (campaign, today) => {
    const sequence = await lastSequence(store);
    const kept = await store.db
      .selectFrom("onboarding_summaries")
      .selectAll()
      .where("campaign", "=", campaign.id)
      .executeTakeFirst();
    if (kept && kept.sequence === sequence && kept.day === today && kept.shape === SHAPE) {
      return { ...(JSON.parse(kept.figures) as Overview), campaign };
    }
    const key = `${campaign.id} ${today} ${sequence}`;
    const computing =
      underWay.get(key) ?? compute(store, campaign, today, sequence).finally(() => underWay.delete(key));
    underWay.set(key, computing);
    return computing;
  };
}

async function compute(store: Store, campaign: Campaign, today: string, sequence: number): Promise<Overview> {
  const overview = await computeOverview(store, campaign, today);
  const row = {
    campaign: campaign.id,
    sequence,
    day: today,
    shape: SHAPE,
    figures: JSON.stringify(overview),
  };
  await store.db
    .insertInto("onboarding_summaries")
    .values(row)
    .onConflict((conflict) => conflict.column("campaign").doUpdateSet(row))
    .execute();
  return overview;
}

/** Where history stands; the overview is as fresh as this. */
async function lastSequence(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom("onboarding_events")
    .select(({ fn }) => fn.max("sequence").as("last"))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
