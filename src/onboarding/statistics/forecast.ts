import jStat from "jstat";
import { addDays } from "./calendar.ts";

/** When a target will be met if the pace observed goes on. */
export interface Forecast {
  /** Arrivals a day, as observed. */
  readonly pace: number;
  /** The day by which the target is met with 50 % probability. */
  readonly expected: string;
  /** The days between which it is met with 80 % probability. */
  readonly from: string;
  readonly to: string;
}

/** Beyond this a date is no forecast but a way of saying never. */
const HORIZON = 36_525;

/**
 * Predicts the waiting time for `remaining` more arrivals from `observed` arrivals in `days` days.
 *
 * Arrivals are taken as a Poisson process of unknown constant rate. With the prior that carries no information (1/λ),
 * the waiting time of the next R arrivals, in units of the observed time, is Beta prime(R, n): the interval holds the
 * uncertainty of the rate and of the arrivals themselves. Undefined without a single arrival: no pace, no date.
 *
 * @see Geisser, Predictive Inference, 1993, §3.2 (exponential waiting times)
 */
export function forecast(observation: {
  readonly observed: number;
  readonly days: number;
  readonly remaining: number;
  readonly today: string;
}): Forecast | undefined {
  const { observed, days, remaining, today } = observation;
  if (observed <= 0 || days <= 0) return undefined;
  const pace = observed / days;
  if (remaining <= 0) return { pace, expected: today, from: today, to: today };
  const at = (probability: number) => {
    const part = jStat.beta.inv(probability, remaining, observed);
    const wait = (part / (1 - part)) * days;
    return addDays(today, Math.min(Math.ceil(wait), HORIZON));
  };
  return { pace, expected: at(0.5), from: at(0.1), to: at(0.9) };
}
