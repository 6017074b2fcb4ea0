import type { ProblemCode } from "../problems.ts";
import type { Failure } from "../read/read.ts";

/** What to try again, how often, and after which pause in milliseconds. */
interface Rule {
  readonly tries: number;
  readonly pause: (attempt: number) => number;
}

const growing = (first: number) => (attempt: number) => first * 2 ** attempt;

/**
 * 409 is normal: the platform refuses a call while the same one is in flight, in FranceConnect mode even
 * another citizen's. A 504 was already a wait of 20 seconds, so it is tried once more only.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
const RULES: Partial<Readonly<Record<number | ProblemCode, Rule>>> = {
  409: { tries: 4, pause: growing(300) },
  429: { tries: 2, pause: () => 1_000 },
  500: { tries: 1, pause: () => 500 },
  502: { tries: 2, pause: growing(500) },
  503: { tries: 1, pause: () => 1_000 },
  504: { tries: 1, pause: () => 500 },
  network_error: { tries: 2, pause: growing(250) },
};

/** Where many processes fail together, they must not come back together. */
const JITTER = 0.3;

/**
 * Milliseconds before the next try; undefined when there is to be none: no rule, no tries left, or not within
 * the time left.
 */
export function pauseBeforeRetry(
  { cause, after }: Failure,
  attempt: number,
  timeLeft: number,
  random: () => number = Math.random,
): number | undefined {
  const rule = RULES[cause];
  if (rule === undefined || attempt >= rule.tries) return undefined;
  const spread = 1 + JITTER * random();
  // What the platform asks for is a minimum, so the jitter only adds; a pause of nothing would be a storm.
  const pause = Math.max((after ?? 0) * 1_000, rule.pause(attempt)) * spread;
  return pause < timeLeft ? pause : undefined;
}
