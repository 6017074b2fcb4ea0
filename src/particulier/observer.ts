import type { Answer, Outcome } from "./answer.ts";
import type { Plan } from "./call/plan.ts";
import type { Metrics } from "./metrics.ts";
import type { Logger } from "./options.ts";
import type { ProblemCode } from "./problems.ts";
import type { Route } from "./route.ts";

/** What is told to the logs and the metrics: route, mode, recipient, status, code, duration; nobody's data. */
export interface Observer {
  answered(
    route: Route,
    plan: Plan | undefined,
    recipient: string,
    answer: Answer<unknown>,
    duration: number,
  ): void;
  retried(route: Route, cause: number | ProblemCode): void;
  breaker(provider: string, open: boolean): void;
  redisOutage(): void;
  defect(route: Route, error: unknown): void;
}

const OUTAGE_LOG_EVERY_MS = 10_000;

/** Answers about the person: nothing for an operator to mend. */
const EXPECTED: ReadonlySet<Outcome> = new Set<Outcome>(["found", "not_found", "unidentified"]);

export function createObserver(logger: Logger | undefined, metrics: Metrics | undefined): Observer {
  let outageLoggedUntil = 0;
  return {
    answered: (route, plan, recipient, answer, duration) => {
      const { outcome, status, code, requestId } = answer;
      const drift = "drift" in answer ? answer.drift : undefined;
      metrics?.answered(route, outcome, duration / 1_000);
      if (drift !== undefined) {
        metrics?.drifted(route);
        logger?.warn({ route: route.name, requestId, drift }, "API Particulier's data has drifted");
      }
      const details = {
        route: route.name,
        version: plan?.version,
        mode: plan?.mode,
        recipient: /^\d{14}$/.test(recipient) ? recipient : undefined,
        outcome,
        status,
        code,
        requestId,
        durationMs: Math.round(duration),
      };
      if (code === "identity_mismatch") {
        logger?.warn(details, "API Particulier answered about somebody else: nothing was used");
      } else {
        logger?.[EXPECTED.has(outcome) ? "info" : "warn"](details, "API Particulier");
      }
    },
    retried: (route, cause) => {
      metrics?.retried(route, String(cause));
      logger?.debug({ route: route.name, cause }, "API Particulier is asked again");
    },
    breaker: (provider, open) => {
      metrics?.breaker(provider, open);
      logger?.warn(
        { provider },
        open ? "the provider is left alone for a while" : "the provider answers again",
      );
    },
    redisOutage: () => {
      // Every call notices an outage; the log need not.
      if (performance.now() < outageLoggedUntil) return;
      outageLoggedUntil = performance.now() + OUTAGE_LOG_EVERY_MS;
      logger?.error(
        {},
        "Redis does not answer: quotas are counted by this process alone, with a quarter of the limits",
      );
    },
    // Only the kind of error: its text may quote what was being handled.
    defect: (route, error) => {
      logger?.error(
        { route: route.name, error: error instanceof Error ? error.name : typeof error },
        "defect in the API Particulier client",
      );
    },
  };
}
