import type { Store } from "../storage/index.ts";
import { type FundingIndication, fundingIndication } from "./funding.ts";
import { MILESTONES, type Milestone } from "./milestone.ts";
import { toTerritory } from "./registry/to-territory.ts";
import { daysBetween } from "./statistics/calendar.ts";
import type { Territory } from "./territory.ts";

/** One line of a collectivité's history, as it was told. */
export interface TimelineEntry {
  readonly milestone: string;
  readonly action: string;
  readonly at: string;
  readonly source: string;
  readonly reference: string;
  readonly corrects?: string;
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
  readonly recordedAt: string;
}

/** Everything known of one collectivité. */
export interface Timeline {
  readonly territory: Territory;
  readonly vendor?: string;
  readonly opsn?: string;
  /** What stands today. */
  readonly reached: Readonly<Record<string, string>>;
  /** What comes next, and who has to move; absent at the end of the way. */
  readonly next?: Milestone;
  /** Days since the last milestone. */
  readonly waiting?: number;
  readonly history: readonly TimelineEntry[];
  readonly funding: FundingIndication;
}

/** The timeline of a collectivité, by SIREN or by code; undefined where the registry does not know it. */
export async function timelineOf(store: Store, key: string, today: string): Promise<Timeline | undefined> {
  const row = await store.db
    .selectFrom("onboarding_territories")
    .selectAll()
    .where((where) => where.or([where("siren", "=", key), where("code", "=", key)]))
    .executeTakeFirst();
  if (!row) return undefined;
  const [reached, history] = await Promise.all([
    store.db
      .selectFrom("onboarding_reached")
      .select(["milestone", "at"])
      .where("territory", "=", row.code)
      .execute(),
    store.db
      .selectFrom("onboarding_events")
      .selectAll()
      .where("territory", "=", row.code)
      .orderBy("sequence")
      .execute(),
  ]);
  const territory = toTerritory(row);
  const next = MILESTONES[MILESTONES.findIndex(({ slug }) => slug === row.stage) + 1];
  return {
    territory,
    ...(row.vendor && { vendor: row.vendor }),
    ...(row.opsn && { opsn: row.opsn }),
    reached: Object.fromEntries(reached.map(({ milestone, at }) => [milestone, at])),
    ...(next && { next }),
    ...(row.stage_at && { waiting: daysBetween(row.stage_at, today) }),
    history: history.map(({ corrects, evidence, recorded_at, milestone, action, at, source, reference }) => ({
      milestone,
      action,
      at,
      source,
      reference,
      ...(corrects && { corrects }),
      evidence: JSON.parse(evidence) as TimelineEntry["evidence"],
      recordedAt: recorded_at,
    })),
    funding: fundingIndication(territory),
  };
}
