import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";
import { CLOCK_SKEW, instant, seconds } from "./instant.ts";

/** OpenID Connect does not require `exp` of UserInfo; FranceConnect sends the access token's. */
export const userinfoExpiry: Check<TokenContext> = {
  name: "userinfo-expiry",
  run({ payload, part, now }) {
    if (payload.exp === undefined) return;
    const expiry = instant(payload.exp);
    if (expiry === undefined || expiry + CLOCK_SKEW <= seconds(now))
      throw new FederationError("userinfo_expired", { part });
  },
};
