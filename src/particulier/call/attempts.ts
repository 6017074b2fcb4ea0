import { DelegateBackoff, handleWhenResult, retry } from "cockatiel";
import type { Patience } from "../quotas/fair-queue.ts";
import { type Failure, failure, type Reading, read } from "../read/read.ts";
import type { Route } from "../route.ts";
import type { Deadline } from "../transport/deadline.ts";
import { send } from "../transport/send.ts";
import type { Context } from "./context.ts";
import type { Plan } from "./plan.ts";
import type { Provider } from "./providers.ts";
import { pauseBeforeRetry } from "./retry-rules.ts";

interface Attempt {
  readonly reading: Reading;
  /** Milliseconds before the next try; absent where this one is the last. */
  readonly retryIn?: number;
}

const MOST_TRIES = 10;

const retries = retry(
  handleWhenResult((attempt) => (attempt as Attempt).retryIn !== undefined),
  {
    maxAttempts: MOST_TRIES,
    backoff: new DelegateBackoff(({ result }: { result: object }) =>
      "value" in result ? ((result.value as Attempt).retryIn ?? 0) : 0,
    ),
  },
);

/**
 * Makes one planned call, with its retries, until there is something to answer, no time left, or another way
 * to go: `givesWay` says of a failure that retrying it is worth less than that.
 */
export async function attempts(
  context: Context,
  route: Route,
  plan: Plan,
  deadline: Deadline,
  givesWay: (failure: Failure) => boolean,
): Promise<Reading> {
  const diesAt = performance.now() + (plan.livesFor ?? Number.POSITIVE_INFINITY);
  // A token that dies while its call waits is worth no wait.
  const patience = {
    signal: deadline.signal,
    left: () => Math.min(deadline.left(), diesAt - performance.now()),
  };
  const loop = retries.execute(async ({ attempt }): Promise<Attempt> => {
    const reading = await once(context, route, plan, patience);
    if (reading.kind === "success" || givesWay(reading)) return { reading };
    const retryIn = pauseBeforeRetry(reading, attempt, patience.left());
    if (retryIn === undefined) return { reading };
    context.observer.retried(route, reading.cause);
    return { reading, retryIn };
  });
  const over = deadline.over.then((reason): Attempt => ({ reading: failure(route, reason) }));
  return (await Promise.race([loop, over])).reading;
}

async function once(context: Context, route: Route, plan: Plan, patience: Patience): Promise<Reading> {
  const provider = context.providers(route.provider);
  const paused = provider.pausedFor();
  if (paused > 0) return failure(route, "provider_paused", { retryAfter: seconds(paused) });
  const permit = await context.quotas.acquire(plan, patience);
  if (patience.signal.aborted) return failure(route, "aborted");
  if (!permit.granted) return failure(route, "quota_wait", { retryAfter: seconds(permit.wait) });
  const reading = await provider.ask(async () => {
    const url = context.baseUrl + plan.path;
    const exchange = await send(url, plan.token, plan.headers, patience.signal, context.maximumBodyBytes);
    return read(exchange, route, plan, context.now());
  });
  if (reading === undefined) {
    return failure(route, "provider_paused", { retryAfter: seconds(provider.pausedFor()) });
  }
  heed(context, plan, provider, reading);
  return reading;
}

/** What an answer says about the calls to come. */
function heed(context: Context, plan: Plan, provider: Provider, reading: Reading): void {
  if (reading.headers !== undefined) context.quotas.learn(plan, reading.headers);
  if (reading.kind === "success") return;
  const { cause, after = 1, answer } = reading;
  // A provider's own quota (DSNJ has one) must not stop the calls to the others.
  if (cause === 429 && answer.provider === undefined) context.quotas.pause(plan, after);
  else if (cause === 503 && reading.after !== undefined) provider.rest(after);
}

function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
