import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";
import { CLOCK_SKEW, instant, seconds } from "./instant.ts";

/** Between the start of this login and now. @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (10) */
export const tokenIssuedAt: Check<TokenContext> = {
  name: "token-issued-at",
  run({ payload, part, transaction, now }) {
    const issuedAt = instant(payload.iat);
    const isPlausible =
      issuedAt !== undefined &&
      issuedAt >= seconds(transaction.startedAt) - CLOCK_SKEW &&
      issuedAt <= seconds(now) + CLOCK_SKEW;
    if (!isPlausible) throw new FederationError("token_issued_at_invalid", { part });
  },
};
