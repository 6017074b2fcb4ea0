import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Outcome } from "./answer.ts";
import type { Route } from "./route.ts";

export interface Metrics {
  answered(route: Route, outcome: Outcome, seconds: number): void;
  retried(route: Route, cause: string): void;
  drifted(route: Route): void;
  breaker(provider: string, open: boolean): void;
}

const PREFIX = "passerelle_particulier";
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30];

/**
 * The metrics of the calls, per provider. Several clients may share one registry.
 * @see https://prometheus.io/docs/practices/naming/
 */
export function createMetrics(registry: Registry): Metrics {
  const once = <M>(name: string, create: () => M): M =>
    (registry.getSingleMetric(name) as M | undefined) ?? create();
  const registers = [registry];
  const calls = once(
    `${PREFIX}_calls_total`,
    () =>
      new Counter({
        name: `${PREFIX}_calls_total`,
        help: "Answers of API Particulier, by provider, route and outcome",
        labelNames: ["provider", "route", "outcome"] as const,
        registers,
      }),
  );
  const durations = once(
    `${PREFIX}_call_duration_seconds`,
    () =>
      new Histogram({
        name: `${PREFIX}_call_duration_seconds`,
        help: "Time from the call to its answer, waiting and retries included",
        labelNames: ["provider"] as const,
        buckets: BUCKETS,
        registers,
      }),
  );
  const retries = once(
    `${PREFIX}_retries_total`,
    () =>
      new Counter({
        name: `${PREFIX}_retries_total`,
        help: "Tries after the first, by provider and cause",
        labelNames: ["provider", "cause"] as const,
        registers,
      }),
  );
  const drifts = once(
    `${PREFIX}_drifts_total`,
    () =>
      new Counter({
        name: `${PREFIX}_drifts_total`,
        help: "Answers whose data is not what the route declares",
        labelNames: ["route"] as const,
        registers,
      }),
  );
  const breakers = once(
    `${PREFIX}_breaker_open`,
    () =>
      new Gauge({
        name: `${PREFIX}_breaker_open`,
        help: "1 while a failing provider is left alone",
        labelNames: ["provider"] as const,
        registers,
      }),
  );
  return {
    answered: ({ provider, name }, outcome, seconds) => {
      calls.inc({ provider, route: name, outcome });
      durations.observe({ provider }, seconds);
    },
    retried: ({ provider }, cause) => retries.inc({ provider, cause }),
    drifted: ({ name }) => drifts.inc({ route: name }),
    breaker: (provider, open) => breakers.set({ provider }, open ? 1 : 0),
  };
}
