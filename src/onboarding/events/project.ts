import { MILESTONES, type MilestoneSlug } from "../milestone.ts";
import type { RecordedEvent } from "./event.ts";

/** What stands today for one collectivité. */
export interface Standing {
  readonly reached: ReadonlyMap<MilestoneSlug, string>;
  /** The furthest milestone of the way, whatever was skipped before it: evidence comes in any order. */
  readonly stage?: MilestoneSlug;
  readonly stageAt?: string;
}

type Fact = Pick<RecordedEvent, "sequence" | "milestone" | "action" | "at" | "reference" | "corrects">;

/**
 * Folds the events of one collectivité into what stands today. A corrected event no longer counts;
 * a milestone told by several sources has its earliest date; a withdrawal undoes what was known before it.
 */
export function project(events: readonly Fact[]): Standing {
  const replaced = new Set(events.flatMap(({ corrects }) => corrects ?? []));
  const reached = new Map<MilestoneSlug, string>();
  for (const event of [...events].sort((a, b) => a.sequence - b.sequence)) {
    if (replaced.has(event.reference)) continue;
    const known = reached.get(event.milestone);
    if (event.action === "withdrawn") reached.delete(event.milestone);
    else if (known === undefined || event.at < known) reached.set(event.milestone, event.at);
  }
  const furthest = MILESTONES.findLast(({ slug }) => reached.has(slug));
  const stageAt = furthest && reached.get(furthest.slug);
  return { reached, ...(furthest && stageAt && { stage: furthest.slug, stageAt }) };
}
