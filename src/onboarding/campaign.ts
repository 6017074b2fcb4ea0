import type { MilestoneSlug } from "./milestone.ts";

/** One target to steer by. Dates are `YYYY-MM-DD`, in the French civil calendar. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  /** The metric exactly as it was published: the only definition a reader can hold us to. */
  readonly definition: string;
  readonly source: string;
  /** What the registry counts for it. */
  readonly milestone: MilestoneSlug;
  readonly start: string;
  /** How many there were at the start, as published. */
  readonly baseline: number;
  readonly target: number;
  readonly deadline: string;
}

/**
 * The campaign of the press text of October 2021. What exactly its 280 counted was never defined:
 * the metric is therefore named in its own words, and counted here as « production ».
 */
export const SHIPPED_CAMPAIGN: Campaign = {
  id: "pre-remplissage-2022",
  name: "Pré-remplissage des démarches : 1 000 collectivités",
  definition:
    "« Aujourd’hui, 280 collectivités utilisent ces outils pour faire du pré-remplissage. L’ambition est d’atteindre 1.000 collectivités d’ici fin 2022. »",
  source: "Communiqué du 8 octobre 2021",
  milestone: "production",
  start: "2021-10-08",
  baseline: 280,
  target: 1_000,
  deadline: "2022-12-31",
};
