import { FederationError } from "../errors/federation-error.ts";
import { isFilled } from "../identity/claims.ts";
import type { Check } from "./check.ts";
import type { IdentityContext } from "./contexts.ts";

const hasGivenName = (claims: IdentityContext["claims"]): boolean =>
  isFilled(claims.given_name) ||
  (Array.isArray(claims.given_name_array) && claims.given_name_array.some(isFilled));

/** Without these three nobody can be told from anybody. */
export const identityComplete: Check<IdentityContext> = {
  name: "identity-complete",
  run({ claims }) {
    if (!hasGivenName(claims) || !isFilled(claims.family_name) || !isFilled(claims.birthdate)) {
      throw new FederationError("identity_incomplete", { part: "userinfo" });
    }
  },
};
