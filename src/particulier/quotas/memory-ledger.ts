import type { Ledger, Timing, Verdict, Window } from "./window.ts";

interface Log {
  /** When the last calls left, oldest first: never more than the limit. */
  readonly times: number[];
  period: number;
  pausedUntil: number;
}

/** A ledger in the memory of one process. */
export interface MemoryLedger extends Ledger {
  /** How many windows it remembers. */
  readonly size: number;
}

const LOGS_KEPT = 256;

/**
 * A log of departures per window. A counter that starts anew every period would let twice the limit through
 * around its edge, and the platform bans an address for 12 hours for that; a log of departures never does.
 * @see https://redis.io/glossary/rate-limiting/
 */
export function memoryLedger(timing: Timing): MemoryLedger {
  const logs = new Map<string, Log>();
  let sweepAt = LOGS_KEPT;

  function logOf(window: Window): Log {
    const log = logs.get(window.key) ?? { times: [], period: window.period, pausedUntil: 0 };
    if (!logs.has(window.key)) {
      if (logs.size >= sweepAt) {
        forgetIdle(logs, timing.now());
        // Where most are in use a sweep frees little, so the next one waits until as many have come again.
        sweepAt = Math.max(LOGS_KEPT, 2 * logs.size);
      }
      logs.set(window.key, log);
    }
    log.period = window.period;
    const expired = timing.now() - window.period;
    while (log.times[0] !== undefined && log.times[0] <= expired) log.times.shift();
    return log;
  }

  function expectedWait(window: Window, position: number): number {
    const { times, pausedUntil } = logOf(window);
    const now = timing.now();
    const pause = Math.max(0, pausedUntil - now);
    const beyond = times.length + position - window.limit;
    if (beyond <= 0) return pause;
    // The position that follows a whole further period of departures.
    if (beyond > times.length)
      return Math.max(pause, window.period + expectedWait(window, position - window.limit));
    return Math.max(pause, (times[beyond - 1] ?? now) + window.period - now);
  }

  return {
    get size() {
      return logs.size;
    },
    expectedWait,
    take: (windows): Verdict => {
      for (const window of windows) {
        const wait = expectedWait(window, 1);
        if (wait > 0) return { granted: false, wait, window: window.key };
      }
      for (const window of windows) logOf(window).times.push(timing.now());
      return { granted: true };
    },
    pause: (key, milliseconds) => {
      const log = logs.get(key) ?? { times: [], period: 0, pausedUntil: 0 };
      logs.set(key, log);
      log.pausedUntil = Math.max(log.pausedUntil, timing.now() + milliseconds);
    },
  };
}

/** A thousand tokens are a thousand logs: those that would not hold a call back are dropped. */
function forgetIdle(logs: Map<string, Log>, now: number): void {
  for (const [key, { times, period, pausedUntil }] of logs) {
    if (pausedUntil <= now && (times.at(-1) ?? 0) + period <= now) logs.delete(key);
  }
}
