import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";
import { CLOCK_SKEW, instant, seconds } from "./instant.ts";

/** @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5 */
export const tokenNotBefore: Check<TokenContext> = {
  name: "token-not-before",
  run({ payload, part, now }) {
    if (payload.nbf === undefined) return;
    const start = instant(payload.nbf);
    if (start === undefined || start > seconds(now) + CLOCK_SKEW) {
      throw new FederationError("token_not_yet_valid", { part });
    }
  },
};
