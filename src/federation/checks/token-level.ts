import { FederationError } from "../errors/federation-error.ts";
import { isAtLeast, parseLevel } from "../level.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/** By rank, never skipped: absent or unknown is refused like too low. @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (12) */
export const tokenLevel: Check<TokenContext> = {
  name: "token-level",
  run({ payload, part, transaction }) {
    const level = parseLevel(payload.acr);
    if (!level || !isAtLeast(level, transaction.level ?? "eidas3"))
      throw new FederationError("level_refused", { part });
  },
};
