import type { Campaign } from "../campaign.ts";
import { monthEnds } from "./calendar.ts";
import { type Arrivals, requiredOn } from "./pace.ts";

export interface CurvePoint {
  readonly day: string;
  readonly required: number;
  /** Absent after today. */
  readonly actual?: number;
}

/** Month by month from the start: what was required, and what was there. */
export function curveOf(campaign: Campaign, arrivals: Arrivals, today: string): readonly CurvePoint[] {
  const end = today > campaign.deadline ? today : campaign.deadline;
  const days = [...new Set([campaign.start, ...monthEnds(campaign.start, end), today])]
    .filter((day) => day >= campaign.start)
    .sort();
  const sorted = [...arrivals].sort((a, b) => (a.at < b.at ? -1 : 1));
  let next = 0;
  let actual = campaign.baseline;
  return days.map((day) => {
    for (; next < sorted.length && (sorted[next]?.at ?? "") <= day; next += 1)
      actual += sorted[next]?.count ?? 0;
    return { day, required: requiredOn(campaign, day), ...(day <= today && { actual }) };
  });
}
