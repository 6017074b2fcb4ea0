import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (4, 5) */
export const tokenAuthorizedParty: Check<TokenContext> = {
  name: "token-authorized-party",
  run({ payload, client, part }) {
    if (payload.azp !== undefined && payload.azp !== client.clientId) {
      throw new FederationError("token_authorized_party_mismatch", { part });
    }
  },
};
