import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";

export interface Limit {
  /** Requests that one address may make in a minute. */
  readonly perMinute: number;
  readonly code: string;
  readonly citizenTitle: string;
  readonly citizenMessage: string;
}

/**
 * Refuses with 429 what one address asks too often. Behind a proxy that was not declared every visitor has the same
 * loopback address: they are not limited together.
 *
 * @example
 * app.use("/auth/login", limit({ perMinute: 300, code: "too_many_logins", citizenTitle: "…", citizenMessage: "…" }));
 */
export function limit({ perMinute, ...words }: Limit): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    skip: ({ ip }) => ip === undefined || ip === "::1" || /^(::ffff:)?127\./.test(ip),
    handler: (_req, _res, next) => {
      next(Object.assign(new Error(words.code), { status: 429, ...words }));
    },
  });
}
