import type { Store } from "../../storage/index.ts";
import type { Campaign } from "../campaign.ts";
import { OnboardingError } from "../error.ts";
import { endOfQuarter } from "../statistics/calendar.ts";
import { arrivalsOf } from "../statistics/overview.ts";
import { requiredOn } from "../statistics/pace.ts";

/** Changes when the way of counting does: a published number then stays, beside a new one. */
export const METHOD = "2026-1";

/** What a quarter publishes. */
export interface QuarterFigures {
  readonly campaign: string;
  readonly definition: string;
  readonly quarter: string;
  readonly method: string;
  readonly day: string;
  readonly actual: number;
  readonly required: number;
  readonly target: number;
  readonly arrivals: number;
  /** Collectivités to which a subsidy was paid by that day. */
  readonly funded: number;
  /** Reached by that day, by milestone. */
  readonly milestones: Readonly<Record<string, number>>;
  readonly frozenAt: string;
}

/**
 * The figures of a quarter: frozen the first time they are asked for once it has ended, the same ever after.
 *
 * @throws OnboardingError `quarter_unknown`, `quarter_open`
 */
export async function quarterFigures(
  store: Store,
  campaign: Campaign,
  quarter: string,
  now: Date,
  today: string,
): Promise<QuarterFigures> {
  const day = endOfQuarter(quarter);
  if (!day) throw new OnboardingError("quarter_unknown", `${quarter} is not a quarter: write it as 2021-Q4`);
  const frozen = await find(store, campaign, quarter);
  if (frozen) return frozen;
  if (day >= today) {
    throw new OnboardingError(
      "quarter_open",
      `${quarter} ends on ${day}: its figures are frozen the day after`,
    );
  }
  const figures = await count(store, campaign, quarter, day, now);
  await store.db
    .insertInto("onboarding_quarters")
    .values({
      campaign: campaign.id,
      quarter,
      method: METHOD,
      figures: JSON.stringify(figures),
      frozen_at: figures.frozenAt,
    })
    .onConflict((conflict) => conflict.columns(["campaign", "quarter", "method"]).doNothing())
    .execute();
  return (await find(store, campaign, quarter)) ?? figures;
}

async function find(store: Store, campaign: Campaign, quarter: string): Promise<QuarterFigures | undefined> {
  const row = await store.db
    .selectFrom("onboarding_quarters")
    .select("figures")
    .where("campaign", "=", campaign.id)
    .where("quarter", "=", quarter)
    .where("method", "=", METHOD)
    .executeTakeFirst();
  return row && (JSON.parse(row.figures) as QuarterFigures);
}

async function count(
  store: Store,
  campaign: Campaign,
  quarter: string,
  day: string,
  now: Date,
): Promise<QuarterFigures> {
  const arrivals = (await arrivalsOf(store, campaign)).reduce(
    (sum, { at, count }) => (at <= day ? sum + count : sum),
    0,
  );
  const rows = await store.db
    .selectFrom("onboarding_reached")
    .select(["milestone", ({ fn }) => fn.countAll<number>().as("count")])
    .where("at", "<=", day)
    .groupBy("milestone")
    .execute();
  const { "funding-paid": funded = 0, ...milestones } = Object.fromEntries(
    rows.map(({ milestone, count }) => [milestone, Number(count)]),
  );
  return {
    campaign: campaign.id,
    definition: campaign.definition,
    quarter,
    method: METHOD,
    day,
    actual: campaign.baseline + arrivals,
    required: requiredOn(campaign, day),
    target: campaign.target,
    arrivals,
    funded,
    milestones,
    frozenAt: now.toISOString(),
  };
}
