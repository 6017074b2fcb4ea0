import { createHash } from "node:crypto";
import type { Plan } from "../call/plan.ts";
import type { QuotaOptions, RedisLike } from "../options.ts";
import type { ResponseHeaders } from "../transport/send.ts";
import { FairQueue, type Patience, type Permit } from "./fair-queue.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { readRateLimit } from "./rate-limit-headers.ts";
import { redisLedger } from "./redis-ledger.ts";
import { REAL_TIME, type Timing, type Window } from "./window.ts";

type Caller = Pick<Plan, "mode" | "token" | "recipient">;

/** The allowance of one outgoing address, shared by every client derived from the same one. */
export interface Quotas {
  /** Resolves when the call may leave, or at once when it could not leave in time. */
  acquire(caller: Caller, patience: Patience): Promise<Permit>;
  /** Adopts what the platform says of its limits. */
  learn(caller: Caller, headers: ResponseHeaders): void;
  /** After a 429: nothing of the kind leaves for so many seconds. */
  pause(caller: Caller, seconds: number): void;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The platform counts arrivals and we count departures: the network may squeeze them together this much. */
const SLACK_MS = 100;
/** A pause that no honest platform exceeds. */
const LONGEST_PAUSE_S = 3_600;

export interface QuotaParts {
  readonly redis?: RedisLike | undefined;
  readonly timing?: Timing;
  readonly onOutage?: (error: unknown) => void;
}

/**
 * The official limits, or those of the options.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export function createQuotas(options: QuotaOptions = {}, parts: QuotaParts = {}): Quotas {
  const timing = parts.timing ?? REAL_TIME;
  const alone = memoryLedger(timing);
  const ledger =
    parts.redis === undefined
      ? alone
      : redisLedger(parts.redis, timing, alone, parts.onOutage ?? (() => undefined));
  const queue = new FairQueue(ledger, timing);
  const learned = new Map<string, number>();
  // What the operator set is a ceiling: they may share the token with another program.
  const window = (key: string, set: number | undefined, official: number, period: number): Window => ({
    key,
    limit: Math.min(set ?? Number.POSITIVE_INFINITY, learned.get(key) ?? set ?? official),
    period: period + SLACK_MS,
  });

  /** The windows a call passes through, the one of its own kind first. */
  function windowsOf({ mode, token }: Caller): readonly Window[] {
    const address = window("address", options.perAddressPerMinute, 1_000, MINUTE);
    if (mode !== "france_connect") {
      return [window(tokenKey(token), options.perTokenPerSecond, 20, SECOND), address];
    }
    return [
      window("france_connect:minute", options.franceConnectPerMinute, 30, MINUTE),
      window("france_connect:hour", options.franceConnectPerHour, 600, HOUR),
      address,
    ];
  }

  function pause(caller: Caller, seconds: number): void {
    const own = windowsOf(caller)[0];
    if (own !== undefined) ledger.pause(own.key, Math.min(seconds, LONGEST_PAUSE_S) * SECOND);
  }

  return {
    acquire: (caller, patience) => queue.acquire(windowsOf(caller), caller.recipient, patience),
    pause,
    learn: (caller, headers) => {
      const limits = readRateLimit(headers);
      const own = windowsOf(caller)[0];
      if (limits === undefined || own === undefined) return;
      // A limit over another stretch of time than ours says nothing about ours, except when it is used up.
      if (limits.resetIn * SECOND <= own.period) learned.set(own.key, limits.limit);
      if (limits.remaining === 0) pause(caller, limits.resetIn);
    },
  };
}

/** Names a token's window without holding the token: the name goes to Redis. */
function tokenKey(token: string): string {
  const known = KEYS.get(token);
  if (known !== undefined) return known;
  const key = `token:${createHash("sha256").update(token).digest("base64url").slice(0, 22)}`;
  if (KEYS.size >= KEYS_KEPT) KEYS.clear();
  KEYS.set(token, key);
  return key;
}

const KEYS = new Map<string, string>();
const KEYS_KEPT = 5_000;
