import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Platform } from "./platform.ts";

/**
 * Answers from the platform's own memory where the route has one, and says so in `X-Response-Cached`.
 * In FranceConnect mode the key holds the identity but not the month asked: a caller who wants another month sends
 * `Cache-Control: no-cache`.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export function answerCached(call: Call, platform: Platform, ask: () => Answer): Answer {
  call.headers["X-Response-Cached"] = "false";
  call.headers["X-Cache-Expires-in"] = "";
  const { cacheSeconds } = call.route;
  if (cacheSeconds === undefined || call.noCache) return ask();
  const key = cacheKey(call);
  const at = platform.now().getTime();
  const kept = platform.cache.get(key, at);
  if (kept) {
    call.headers["X-Response-Cached"] = "true";
    call.headers["X-Cache-Expires-in"] = String(Math.ceil(kept.leftMs / 1000));
    return kept.value;
  }
  const answer = ask();
  if (answer.status === 200) platform.cache.set(key, answer, at, cacheSeconds * 1000);
  return answer;
}

function cacheKey({ path, mode, parameters, query }: Call): string {
  if (mode !== "france_connect") return JSON.stringify([path, query]);
  const { annee, mois, recipient, ...identity } = parameters;
  return JSON.stringify([path, identity]);
}
