import type { Identity } from "../../federation/index.ts";

/** Overseas included. */
export const FRANCE = "99100";
const COUNTRY = /^99\d{3}$/;
const COMMUNE = /^(\d{2}|2[AB])\d{3}$/;

export interface BirthPlace {
  readonly country?: string;
  readonly commune?: string;
}

/**
 * The COG codes of the birth place. France is `99100`, overseas included, with the commune's code at the time of
 * birth; abroad it is the country alone. A commune without a country is in France.
 */
export function readBirthPlace({ birthplace = "", birthcountry = "" }: Identity): BirthPlace {
  const place = birthplace.trim().toUpperCase();
  const stated = birthcountry.trim();
  // Some identity providers write the country where the commune is expected.
  const country = stated || (COUNTRY.test(place) ? place : COMMUNE.test(place) ? FRANCE : "");
  if (country === "") return {};
  if (country !== FRANCE || !COMMUNE.test(place) || COUNTRY.test(place)) return { country };
  return { country, commune: place };
}
