import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** This client and nobody besides. @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (3) */
export const tokenAudience: Check<TokenContext> = {
  name: "token-audience",
  run({ payload, client, part }) {
    const audience = Array.isArray(payload.aud) && payload.aud.length === 1 ? payload.aud[0] : payload.aud;
    if (audience !== client.clientId) throw new FederationError("token_audience_mismatch", { part });
  },
};
