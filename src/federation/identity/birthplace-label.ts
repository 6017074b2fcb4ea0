import type { Identity } from "../citizen.ts";
import { communeNames } from "./communes.ts";

const FRANCE = "99100";

/**
 * The place of birth in words, where the COG code is known: a commune of today, overseas included, or France.
 *
 * @returns undefined for a birth abroad and for a code that the table has not (a commune that no longer exists)
 * @see https://www.insee.fr/fr/information/2560452 (code officiel géographique)
 * @example
 * import { birthplaceLabel } from "passerelle";
 * const label = await birthplaceLabel({ givenNames: ["Angela"], familyName: "DUBOIS", birthdate: "1962-08-24", birthplace: "84007" }); // "Avignon"
 */
export async function birthplaceLabel(identity: Identity): Promise<string | undefined> {
  const { birthplace, birthcountry } = identity;
  const commune = birthplace && (await communeNames()).get(birthplace);
  return commune || (birthcountry === FRANCE ? "France" : undefined);
}
