import type { ResponseHeaders } from "../transport/send.ts";

export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds. */
  readonly resetIn: number;
}

/**
 * The platform's `RateLimit-Limit`, `-Remaining` and `-Reset`. The reset is a date in Unix seconds: it is compared
 * with the server's own `Date`, because our clock may be minutes away.
 * @see https://particulier.api.gouv.fr/developpeurs
 */
export function readRateLimit(headers: ResponseHeaders): RateLimit | undefined {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) => {
    const value = headers.get(`ratelimit-${name}`);
    return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
  });
  const serverNow = Date.parse(headers.get("date") ?? "");
  if (!limit || remaining === undefined || reset === undefined || Number.isNaN(serverNow)) return undefined;
  return { limit, remaining, resetIn: Math.max(0, reset - serverNow / 1_000) };
}
