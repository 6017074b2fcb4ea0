import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";
import { tokenIssuedAt } from "./token-issued-at.ts";

/** OpenID Connect does not require `iat` of UserInfo; one of another time belongs to another login. */
export const userinfoIssuedAt: Check<TokenContext> = {
  name: "userinfo-issued-at",
  run(context) {
    if (context.payload.iat !== undefined) return tokenIssuedAt.run(context);
  },
};
