import { randomUUID } from "node:crypto";
import type { RedisLike } from "../options.ts";
import { PAUSE, TAKE } from "./redis-script.ts";
import type { Ledger, Timing, Verdict, Window } from "./window.ts";

/** One hash tag: in a cluster, all the keys of a script must live on one node. */
const PREFIX = "passerelle:{particulier}:";
const REDIS_PATIENCE_MS = 250;

/**
 * Windows counted in Redis, for all the processes behind one address. While Redis does not answer, the process
 * counts for itself, with less than its due, because it cannot know how many others there are.
 */
export function redisLedger(
  redis: RedisLike,
  timing: Timing,
  alone: Ledger,
  onOutage: (error: unknown) => void,
): Ledger {
  /** When each window will have room, by Redis's last refusal. */
  const roomAt = new Map<string, number>();

  async function ask(windows: readonly Window[], recipient: string): Promise<Verdict> {
    const keys = windows.flatMap(({ key }) => [
      `${PREFIX}log:${key}`,
      `${PREFIX}pause:${key}`,
      `${PREFIX}log:${key}:${recipient}`,
    ]);
    const lane = windows.map((window) => window.key).join(" ");
    const [granted = 0, wait = 0, index = 0] = numbers(
      await redis.eval(TAKE, {
        keys: [`${PREFIX}waiting:${lane}`, ...keys],
        arguments: [
          recipient,
          randomUUID(),
          ...windows.flatMap(({ limit, period }) => [String(limit), String(period)]),
        ],
      }),
    );
    if (granted === 1) return { granted: true };
    const window = windows[index - 1];
    if (window === undefined) return { granted: false, wait };
    roomAt.set(window.key, timing.now() + wait);
    return { granted: false, wait, window: window.key };
  }

  return {
    take: async (windows, recipient) => {
      try {
        return await inTime(ask(windows, recipient));
      } catch (error) {
        onOutage(error);
        return alone.take(windows.map(cautious), recipient);
      }
    },
    expectedWait: ({ key, limit, period }, position) => {
      const room = Math.max(0, (roomAt.get(key) ?? 0) - timing.now());
      return room + Math.floor((position - 1) / limit) * period;
    },
    pause: (key, milliseconds) => {
      alone.pause(key, milliseconds);
      const argument = String(Math.ceil(milliseconds));
      inTime(redis.eval(PAUSE, { keys: [`${PREFIX}pause:${key}`], arguments: [argument] })).catch(onOutage);
    },
  };
}

const SHARE_ALONE = 4;

function cautious(window: Window): Window {
  return { ...window, limit: Math.max(1, Math.floor(window.limit / SHARE_ALONE)) };
}

function numbers(reply: unknown): number[] {
  if (!Array.isArray(reply)) throw new TypeError("Redis answered something else than the quota script does");
  return reply.map(Number);
}

/** A client that has lost its connection queues commands without end. */
function inTime<T>(command: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Redis did not answer in time")), REDIS_PATIENCE_MS);
    command.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
