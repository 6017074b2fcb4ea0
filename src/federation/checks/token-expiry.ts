import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";
import { CLOCK_SKEW, instant, seconds } from "./instant.ts";

/** @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (9) */
export const tokenExpiry: Check<TokenContext> = {
  name: "token-expiry",
  run({ payload, part, now }) {
    const expiry = instant(payload.exp);
    if (expiry === undefined || expiry + CLOCK_SKEW <= seconds(now))
      throw new FederationError("token_expired", { part });
  },
};
