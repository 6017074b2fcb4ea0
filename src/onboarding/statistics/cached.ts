import type { Store } from "../../storage/index.ts";
import type { Campaign } from "../campaign.ts";
import { computeOverview, type Overview } from "./overview.ts";

/**
 * The overview, computed again only after an event or a new day: reading it costs the same
 * for a thousand events as for a million.
 */
export async function overviewOf(store: Store, campaign: Campaign, today: string): Promise<Overview> {
  const sequence = await lastSequence(store);
  const kept = await store.db
    .selectFrom("onboarding_summaries")
    .selectAll()
    .where("campaign", "=", campaign.id)
    .executeTakeFirst();
  if (kept && kept.sequence === sequence && kept.day === today) {
    return { ...(JSON.parse(kept.figures) as Overview), campaign };
  }
  const overview = await computeOverview(store, campaign, today);
  const row = { campaign: campaign.id, sequence, day: today, figures: JSON.stringify(overview) };
  await store.db
    .insertInto("onboarding_summaries")
    .values(row)
    .onConflict((conflict) => conflict.column("campaign").doUpdateSet(row))
    .execute();
  return overview;
}

async function lastSequence(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom("onboarding_events")
    .select(({ fn }) => fn.max("sequence").as("last"))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
