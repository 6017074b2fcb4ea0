import { createHash } from "node:crypto";
import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** FranceConnect sends none; one that is sent must be right. @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
export const tokenHash: Check<TokenContext> = {
  name: "token-hash",
  run({ payload, part, accessToken }) {
    if (payload.at_hash === undefined) return;
    /** ES256, RS256 and HS256 share SHA-256; the hash is its left half. */
    const half = createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url");
    if (payload.at_hash !== half) throw new FederationError("token_hash_mismatch", { part });
  },
};
