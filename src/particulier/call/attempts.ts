import { DelegateBackoff, handleWhenResult, retry } from "cockatiel";
import { failure, type Reading, read } from "../read/read.ts";
import type { Route } from "../route.ts";
import type { Deadline } from "../transport/deadline.ts";
import { send } from "../transport/send.ts";
import type { Context } from "./context.ts";
import type { Plan } from "./plan.ts";
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

/** Makes one planned call, with its retries, until there is something to answer or no time left. */
export async function attempts(
  context: Context,
  route: Route,
  plan: Plan,
  deadline: Deadline,
): Promise<Reading> {
  const loop = retries.execute(async ({ attempt }): Promise<Attempt> => {
    const reading = await once(context, route, plan, deadline);
    if (reading.kind === "success") return { reading };
    const retryIn = pauseBeforeRetry(reading, attempt, deadline.left());
    if (retryIn === undefined) return { reading };
    context.observer.retried(route, reading.cause);
    return { reading, retryIn };
  });
  const over = deadline.over.then((reason): Attempt => ({ reading: failure(route, reason) }));
  return (await Promise.race([loop, over])).reading;
}

async function once(context: Context, route: Route, plan: Plan, deadline: Deadline): Promise<Reading> {
  const provider = context.providers(route.provider);
  const paused = provider.pausedFor();
  if (paused > 0) return failure(route, "provider_paused", { retryAfter: seconds(paused) });
  const permit = await context.quotas.acquire(plan, deadline);
  if (deadline.signal.aborted) return failure(route, "aborted");
  if (!permit.granted) return failure(route, "quota_wait", { retryAfter: seconds(permit.wait) });
  const reading = await provider.ask(async () => {
    const exchange = await send(
      context.baseUrl + plan.path,
      plan.token,
      plan.headers,
      deadline.signal,
      context.maximumBodyBytes,
    );
    return read(exchange, route, plan, context.now());
  });
  if (reading === undefined)
    return failure(route, "provider_paused", { retryAfter: seconds(provider.pausedFor()) });
  heed(context, plan, provider, reading);
  return reading;
}

/** What an answer says about the calls to come. */
function heed(
  context: Context,
  plan: Plan,
  provider: ReturnType<Context["providers"]>,
  reading: Reading,
): void {
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
