import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from "cockatiel";
import type { BreakerOptions } from "../options.ts";
import type { ProblemCode } from "../problems.ts";
import { isFranceConnects, type Reading } from "../read/read.ts";

/** The breaker of one provider: all its routes fail together, and recover together. */
export interface Provider {
  /** Milliseconds for which it is left alone; 0 when it may be asked. */
  pausedFor(): number;
  /** Asks it, and remembers how that went; undefined when it was left alone in the meantime. */
  ask(exchange: () => Promise<Reading>): Promise<Reading | undefined>;
  /** Leaves it alone for the seconds of its own maintenance window. */
  rest(seconds: number): void;
}

export type Providers = (name: string) => Provider;

/** Statuses and problems that are the provider's fault, or the way to it. */
const FAILURES: ReadonlySet<number | ProblemCode> = new Set<number | ProblemCode>([
  500,
  502,
  503,
  504,
  "network_error",
  "deadline_exceeded",
  "body_not_json",
]);
/** A maintenance is announced in minutes; longer would be an error of the announcement. */
const LONGEST_REST_S = 900;

export function createProviders(
  options: BreakerOptions = {},
  onChange: (provider: string, open: boolean) => void,
): Providers {
  const providers = new Map<string, Provider>();
  return (name) => {
    const provider = providers.get(name) ?? createProvider(options, (open) => onChange(name, open));
    providers.set(name, provider);
    return provider;
  };
}

function createProvider(
  { failures = 5, pause = 30_000 }: BreakerOptions,
  onChange: (open: boolean) => void,
): Provider {
  const breaker: CircuitBreakerPolicy = circuitBreaker(handleWhenResult(isFailure), {
    breaker: new ConsecutiveBreaker(failures),
    halfOpenAfter: pause,
  });
  let pausedUntil = 0;
  let restsUntil = 0;
  breaker.onBreak(() => {
    pausedUntil = performance.now() + pause;
    onChange(true);
  });
  breaker.onReset(() => {
    pausedUntil = 0;
    onChange(false);
  });
  return {
    pausedFor: () => Math.max(0, Math.max(pausedUntil, restsUntil) - performance.now()),
    rest: (seconds) => {
      restsUntil = performance.now() + Math.min(seconds, LONGEST_REST_S) * 1_000;
    },
    ask: async (exchange) => {
      try {
        const started = performance.now();
        const { reading } = await breaker.execute(async (): Promise<Asked> => {
          const reading = await exchange();
          return { reading, milliseconds: performance.now() - started };
        });
        return reading;
      } catch (error) {
        if (error instanceof BrokenCircuitError) return undefined;
        throw error;
      }
    },
  };
}

interface Asked {
  readonly reading: Reading;
  readonly milliseconds: number;
}

/** A caller with less patience than this says nothing about the provider. */
const LEAST_PATIENCE_MS = 1_000;

function isFailure(result: unknown): boolean {
  const { reading, milliseconds } = result as Asked;
  if (reading.kind === "success" || isFranceConnects(reading)) return false;
  const hurried = reading.cause === "deadline_exceeded" && milliseconds < LEAST_PATIENCE_MS;
  return FAILURES.has(reading.cause) && !hurried;
}
