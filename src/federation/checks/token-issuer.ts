import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** Character for character. @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (2) */
export const tokenIssuer: Check<TokenContext> = {
  name: "token-issuer",
  run({ payload, client, part }) {
    if (payload.iss !== client.issuer) throw new FederationError("token_issuer_mismatch", { part });
  },
};
