import { createHash } from "node:crypto";
import {
  type CitizenPlatform,
  overrideClaims,
  type Persona,
  type PersonaClaims,
} from "../personas/persona.ts";

function givenNames(claims: PersonaClaims): readonly string[] {
  return claims.given_name_array ?? claims.given_name.split(" ");
}

/** The pivot identity as the RNIPP knows it: what `checktoken` and FranceConnect's UserInfo give. */
export function rectifiedIdentity(persona: Persona): Record<string, unknown> {
  const { email: _email, preferred_username: _name, ...pivot } = persona.claims;
  return { ...pivot, given_name_array: givenNames(persona.claims) };
}

/** Every claim a platform knows about a persona; scopes then choose among them. */
export function platformClaims(
  platform: CitizenPlatform,
  persona: Persona,
  identityProvider: string,
): Record<string, unknown> {
  const raw = overrideClaims(persona.claims, persona.rawClaims);
  if (platform === "franceconnect") {
    return {
      ...persona.claims,
      given_name_array: givenNames(persona.claims),
      idp_birthdate: raw.birthdate,
      idp_id: identityProvider,
    };
  }
  const european = identityProvider === "eidas-bridge";
  const { given_name_array: _array, ...identity } = raw;
  if (european) return identity;
  const rectified = Object.entries(rectifiedIdentity(persona));
  return { ...identity, ...Object.fromEntries(rectified.map(([claim, value]) => [`rnipp_${claim}`, value])) };
}

/** `sub` of FranceConnect: the same for one person and one entity, for ever; another on the other platform. */
export function pairwiseSub(platform: CitizenPlatform, entityId: string, persona: Persona): string {
  const { given_name, family_name, birthdate, gender, birthplace, birthcountry } = persona.claims;
  const identity = [given_name, family_name, birthdate, gender, birthplace, birthcountry].join("|");
  const digest = createHash("sha256").update(["simulateur", platform, entityId, identity].join("\n"));
  return `${digest.digest("hex")}v1`;
}
