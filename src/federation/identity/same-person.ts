import type { Citizen } from "../citizen.ts";
import { matchIdentity } from "./match-identity.ts";

/**
 * Whether two logins of one session are one person's. On one platform `sub` decides; between FranceConnect
 * (rectified by the RNIPP) and FranceConnect+ (as the identity provider wrote it) no field may contradict.
 */
export function isSamePerson(a: Citizen, b: Citizen): boolean {
  if (a.platform === b.platform) return a.sub === b.sub;
  const { grade, fields } = matchIdentity(a.identity, b.identity);
  const isNamed = fields.familyName === "equal" && fields.givenNames !== "missing";
  return isNamed && (grade === "certain" || grade === "to_confirm");
}
