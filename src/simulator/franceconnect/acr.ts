import type { CitizenProfile } from "./profile.ts";

/** Every level FranceConnect knows, lowest first. */
const KNOWN_ACR = ["eidas1", "eidas2", "eidas3"];

/** Place of a level, -1 where unknown. */
export function acrRank(acr: string): number {
  return KNOWN_ACR.indexOf(acr);
}

/**
 * The one level FranceConnect goes on with: the lowest known one of those requested, else the platform's default.
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-acr/
 */
export function pickAcr(requested: string, profile: CitizenProfile): string {
  const wanted = requested.split(" ");
  return KNOWN_ACR.find((acr) => wanted.includes(acr)) ?? profile.defaultAcr;
}

/** `error_description` of `invalid_acr` where the platform does not serve a level. */
export function invalidAcr(acr: string, profile: CitizenProfile): string | undefined {
  if (profile.acrValues.includes(acr)) return undefined;
  return `acr_value is not valid, should be equal one of these values, expected ${profile.acrValues.join(",")}, got ${acr}`;
}

/** The level in the ID token: the identity provider's where the platform allows it, else the requested one. */
export function returnedAcr(requested: string, provided: string, profile: CitizenProfile): string {
  return profile.acrValues.includes(provided) ? provided : requested;
}
