import { MILESTONES, type Milestone, type Owner } from "../milestone.ts";
import { daysBetween } from "./calendar.ts";
import { median } from "./median.ts";

/** What stands today for one collectivité, as rows of milestones and days. */
export type Way = ReadonlyMap<string, string>;

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
    if (daysBetween(before, today) > next.milestone.usualDays) next.stalled += 1;
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
