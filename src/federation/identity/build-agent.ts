import type { Agent } from "../agent.ts";
import type { JsonObject } from "../http/json.ts";
import { isFilled, tidy } from "./claims.ts";

/**
 * The agent as ProConnect describes them in this session.
 *
 * @param idToken its payload: `acr`, `amr` and `auth_time` are there only
 * @param claims UserInfo's payload: the person and the organisation are there only
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/donnees_fournies
 */
export function buildAgent(idToken: JsonObject, claims: JsonObject, authenticatedAt: string): Agent {
  const text = (value: unknown): string => (typeof value === "string" ? tidy(value) : "");
  return {
    sub: text(idToken.sub),
    email: text(claims.email).toLowerCase(),
    givenName: text(claims.given_name),
    usualName: text(claims.usual_name),
    siret: text(claims.siret).replaceAll(" ", ""),
    ...(isFilled(claims.organization_label) && { organizationLabel: tidy(claims.organization_label) }),
    roles: textsOf(claims.roles),
    ...(isFilled(idToken.acr) && { acr: idToken.acr }),
    amr: textsOf(idToken.amr),
    authenticatedAt,
  };
}

/** The texts of a list, or none. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isFilled) : [];
}
