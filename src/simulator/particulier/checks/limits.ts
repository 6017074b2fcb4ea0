import { type Answer, PLAIN_JSON } from "../answer.ts";
import type { Call } from "../call.ts";
import { platformError } from "../errors.ts";
import type { FixedWindow } from "../fixed-window.ts";
import type { Platform } from "../platform.ts";

const BAN_MS = 12 * 3600_000;

/**
 * The throttle, before anything else is looked at: per address, per citizen's address in FranceConnect mode, per
 * token. An address that goes on after its minute is banned for twelve hours and gets no answer at all.
 * @see https://particulier.api.gouv.fr/developpeurs#respecter-la-volum%C3%A9trie
 */
export function checkLimits(call: Call, platform: Platform): Answer | undefined {
  const { limits, now } = platform;
  const at = now();
  if (platform.bans.get(call.address, at.getTime())) return silence();
  if (limits.address && limits.address.count(call.address, at).remaining < 0) {
    platform.bans.set(call.address, true, at.getTime(), BAN_MS);
    return silence();
  }
  if (call.mode === "france_connect") {
    for (const window of limits.franceConnect) {
      const refused = throttle(call, window, call.address, at);
      if (refused) return refused;
    }
  }
  return limits.token && throttle(call, limits.token, call.bearer ?? call.apiKey ?? call.address, at);
}

function throttle(call: Call, window: FixedWindow, key: string, at: Date): Answer | undefined {
  const { remaining, resetAt } = window.count(key, at);
  call.headers["RateLimit-Limit"] = String(window.limit);
  call.headers["RateLimit-Remaining"] = String(Math.max(0, remaining));
  call.headers["RateLimit-Reset"] = String(resetAt);
  if (remaining >= 0) return undefined;
  const retryAfter = Math.max(0, resetAt - Math.floor(at.getTime() / 1000));
  const headers = { "Content-Type": PLAIN_JSON, "Retry-After": String(retryAfter) };
  return { ...platformError(429, "00429"), headers };
}

/** No answer, and no end of the connection either: the client finds out by its own deadline. */
function silence(): Answer {
  return { status: 0, body: undefined, write: () => undefined };
}
