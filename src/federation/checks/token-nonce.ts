import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (11) */
export const tokenNonce: Check<TokenContext> = {
  name: "token-nonce",
  run({ payload, part, transaction }) {
    if (!transaction.nonce || payload.nonce !== transaction.nonce) {
      throw new FederationError("token_nonce_mismatch", { part });
    }
  },
};
