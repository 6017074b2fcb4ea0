import type { Campaign } from "../campaign.ts";
import { addDays, daysBetween } from "./calendar.ts";
import { type Forecast, forecast } from "./forecast.ts";

/** Arrivals at the campaign's milestone after its start: a day and how many. */
export type Arrivals = readonly { readonly at: string; readonly count: number }[];

export interface Pace {
  readonly today: string;
  /** Baseline and arrivals. */
  readonly actual: number;
  /** Where the straight line from the baseline to the target stands today. */
  readonly required: number;
  readonly remaining: number;
  /** Arrivals a month that would still meet the deadline; absent once it has passed or the target is met. */
  readonly neededPerMonth?: number;
  /** Arrivals a month lately. */
  readonly recentPerMonth: number;
  readonly forecast?: Forecast;
  readonly verdict: "met" | "on-track" | "late" | "missed";
}

/** The pace is that of the last half-year: an old start or an old stop says little of next month. */
const WINDOW = 182;
const MONTH = 365.25 / 12;

/** Where the campaign stands on a day, and when its target will be met. */
export function paceOf(campaign: Campaign, arrivals: Arrivals, today: string): Pace {
  const { start, deadline, baseline, target } = campaign;
  const until = (day: string) => arrivals.reduce((sum, { at, count }) => (at <= day ? sum + count : sum), 0);
  const actual = baseline + until(today);
  const remaining = Math.max(0, target - actual);
  const days = Math.max(0, Math.min(WINDOW, daysBetween(start, today)));
  const observed = until(today) - until(addDays(today, -days));
  const prediction = forecast({ observed, days, remaining, today });
  const left = daysBetween(today, deadline);
  return {
    today,
    actual,
    required: requiredOn(campaign, today),
    remaining,
    ...(remaining > 0 && left > 0 && { neededPerMonth: (remaining / left) * MONTH }),
    recentPerMonth: days === 0 ? 0 : (observed / days) * MONTH,
    ...(prediction && { forecast: prediction }),
    verdict:
      remaining === 0
        ? "met"
        : left < 0
          ? "missed"
          : prediction && prediction.expected <= deadline
            ? "on-track"
            : "late",
  };
}

/** The required number on a day: a straight line from the baseline at the start to the target at the deadline. */
export function requiredOn({ start, deadline, baseline, target }: Campaign, day: string): number {
  const whole = Math.max(1, daysBetween(start, deadline));
  const part = Math.min(1, Math.max(0, daysBetween(start, day) / whole));
  return Math.round(baseline + (target - baseline) * part);
}
