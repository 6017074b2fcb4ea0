import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";
import { CLOCK_SKEW, instant, seconds } from "./instant.ts";

/** Where it is given it is an instant, and past. @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken */
export const tokenAuthTime: Check<TokenContext> = {
  name: "token-auth-time",
  run({ payload, part, now }) {
    if (payload.auth_time === undefined) return;
    const authenticatedAt = instant(payload.auth_time);
    if (authenticatedAt === undefined || authenticatedAt > seconds(now) + CLOCK_SKEW) {
      throw new FederationError("token_auth_time_invalid", { part });
    }
  },
};
