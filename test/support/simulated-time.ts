import type { Timing } from "../../src/particulier/quotas/window.ts";

/** Time that passes only when the test says so: an hour of quotas in a few milliseconds. */
export interface SimulatedTime extends Timing {
  /** Lets so many milliseconds pass, and everything due happen in its order. */
  pass(milliseconds: number): Promise<void>;
}

export function simulatedTime(): SimulatedTime {
  let now = 0;
  let timers: { readonly due: number; readonly callback: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, callback) => {
      const timer = { due: now + milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const next = timers.reduce(
          (earliest, timer) => (timer.due < (earliest?.due ?? Infinity) ? timer : earliest),
          timers[0],
        );
        if (next === undefined || next.due > end) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.due);
        next.callback();
        await settled();
      }
      now = end;
    },
  };
}

/** Everything that only waits for promises has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
