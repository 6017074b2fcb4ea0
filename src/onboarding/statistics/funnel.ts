import { MILESTONES, type Milestone, type Owner } from "../milestone.ts";
import { daysBetween } from "./calendar.ts";
import { median } from "./median.ts";

/** What stands today for one collectivité, as rows of milestones and days. */
export type Way = ReadonlyMap<string, string>;

/** Waits are counted by how many times the usual delay they have lasted: within it, up to twice, up to four times, more. */
export const WAITS = [1, 2, 4, Number.POSITIVE_INFINITY] as const;

export interface StageFigures {
  readonly slug: string;
  readonly title: string;
  readonly owner: Owner;
  /** Collectivités that have reached it. */
  readonly reached: number;
  /** Collectivités for which it is the next one. */
  readonly waiting: number;
  /** Those of them that wait for longer than the stage usually takes. */
  readonly stalled: number;
  /** All those that wait, by {@link WAITS}. */
  readonly waits: readonly number[];
  /** Days from the milestone before it, where both dates are known. */
  readonly medianDays?: number;
  readonly usualDays: number;
  readonly official?: Milestone["official"];
}

/** Counts and median days per stage. Skipped stages are not guessed: a span runs between two known dates. */
export function funnelOf(ways: Iterable<Way>, today: string): readonly StageFigures[] {
  const stages = MILESTONES.map((milestone: Milestone) => ({
    milestone,
    reached: 0,
    waiting: 0,
    stalled: 0,
    waits: WAITS.map(() => 0),
    days: [] as number[],
  }));
  for (const way of ways) {
    let before: string | undefined;
    let furthest = -1;
    stages.forEach((stage, index) => {
      const at = way.get(stage.milestone.slug);
      if (at === undefined) return;
      stage.reached += 1;
      if (before !== undefined && before <= at) stage.days.push(daysBetween(before, at));
      before = at;
      furthest = index;
    });
    const next = stages[furthest + 1];
    if (next === undefined || before === undefined) continue;
    next.waiting += 1;
    const times = daysBetween(before, today) / next.milestone.usualDays;
    const band = WAITS.findIndex((most) => times <= most);
    next.waits[band] = (next.waits[band] ?? 0) + 1;
    if (band > 0) next.stalled += 1;
  }
  return stages.map(({ milestone, days, ...counts }) => {
    const medianDays = median(days);
    return {
      slug: milestone.slug,
      title: milestone.title,
      owner: milestone.owner,
      usualDays: milestone.usualDays,
      ...counts,
      ...(medianDays !== undefined && { medianDays }),
      ...(milestone.official && { official: milestone.official }),
    };
  });
}

/** The stage that holds most collectivités back: the most of them stalled, then the longest median. */
export function bottleneckOf(stages: readonly StageFigures[]): StageFigures | undefined {
  return [...stages]
    .filter(({ stalled }) => stalled > 0)
    .sort((a, b) => b.stalled - a.stalled || (b.medianDays ?? 0) - (a.medianDays ?? 0))[0];
}
