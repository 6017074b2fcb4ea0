import type { ProblemCode } from "../problems.ts";

/** One limit for everything a call does: its waiting, its retries and its reading. */
export interface Deadline {
  /** Its reason is the problem's code. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  left(): number;
  /** Resolves, with the reason, when time is up or the caller gives up. */
  readonly over: Promise<ProblemCode>;
  /** Ends it early, so that neither a timer nor a listener stays behind. */
  dispose(): void;
}

/** A timer set for longer goes off at once. @see https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function startDeadline(milliseconds: number, callers: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const endsAt = performance.now() + milliseconds;
  let settle: (reason: ProblemCode) => void = () => {};
  const over = new Promise<ProblemCode>((resolve) => {
    settle = resolve;
  });
  const end = (reason: ProblemCode) => {
    settle(reason);
    controller.abort(reason);
  };
  const giveUp = () => end("aborted");
  const timer = setTimeout(
    () => end("deadline_exceeded"),
    Math.min(Math.max(0, milliseconds), LONGEST_TIMER_MS),
  );
  callers?.addEventListener("abort", giveUp, { once: true });
  if (callers?.aborted) giveUp();
  return {
    signal: controller.signal,
    left: () => endsAt - performance.now(),
    over,
    dispose: () => {
      clearTimeout(timer);
      callers?.removeEventListener("abort", giveUp);
    },
  };
}
