import type { Store } from "../../storage/index.ts";
import type { Campaign } from "../campaign.ts";
import type { MilestoneSlug } from "../milestone.ts";
import { type Breakdowns, breakdowns } from "./breakdowns.ts";
import { type CurvePoint, curveOf } from "./curve.ts";
import { bottleneckOf, funnelOf, type StageFigures, type Way } from "./funnel.ts";
import { type Arrivals, type Pace, paceOf } from "./pace.ts";

/** Everything the public page says, computed at once so that its figures agree with each other. */
export interface Overview {
  readonly campaign: Campaign;
  readonly pace: Pace;
  readonly curve: readonly CurvePoint[];
  readonly funnel: readonly StageFigures[];
  /** Slug of the stage that holds most back; absent where nobody is stalled. */
  readonly bottleneck?: string;
  readonly breakdowns: Breakdowns;
  readonly funded: number;
  /** Collectivités whose evidence the registry holds, whatever the date: what was declared is compared with it. */
  readonly evidenced: number;
}

/** Computes the overview from what stands today. */
export async function computeOverview(store: Store, campaign: Campaign, today: string): Promise<Overview> {
  const arrivals = await arrivalsOf(store, campaign);
  const funnel = funnelOf(await waysOf(store), today);
  const bottleneck = bottleneckOf(funnel);
  return {
    campaign,
    pace: paceOf(campaign, arrivals, today),
    curve: curveOf(campaign, arrivals, today),
    funnel,
    ...(bottleneck && { bottleneck: bottleneck.slug }),
    breakdowns: await breakdowns(store, campaign),
    funded: await countReached(store, "funding-paid", today),
    evidenced: await countReached(store, campaign.milestone, today),
  };
}

/** Who reached the campaign's milestone after its start, by day: those before are the published baseline. */
export async function arrivalsOf(store: Store, campaign: Campaign): Promise<Arrivals> {
  const rows = await store.db
    .selectFrom("onboarding_reached")
    .select(["at", ({ fn }) => fn.countAll<number>().as("count")])
    .where("milestone", "=", campaign.milestone)
    .where("at", ">", campaign.start)
    .groupBy("at")
    .orderBy("at")
    .execute();
  return rows.map(({ at, count }) => ({ at, count: Number(count) }));
}

async function countReached(store: Store, milestone: MilestoneSlug, day: string): Promise<number> {
  const { count } = await store.db
    .selectFrom("onboarding_reached")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("milestone", "=", milestone)
    .where("at", "<=", day)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function waysOf(store: Store): Promise<Iterable<Way>> {
  const rows = await store.db
    .selectFrom("onboarding_reached")
    .select(["territory", "milestone", "at"])
    .execute();
  const ways = new Map<string, Map<string, string>>();
  for (const { territory, milestone, at } of rows) {
    const way = ways.get(territory);
    if (way) way.set(milestone, at);
    else ways.set(territory, new Map([[milestone, at]]));
  }
  return ways.values();
}
