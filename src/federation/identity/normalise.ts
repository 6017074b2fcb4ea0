import type { Identity } from "../citizen.ts";
import type { JsonObject } from "../http/json.ts";
import { isFilled, tidy } from "./claims.ts";

const GENDERS = ["male", "female", "unspecified"] as const;

/** Identity claims that become a text of the same meaning; empty means not given (a birth abroad has `birthplace: ""`). */
const TEXTS = {
  preferredUsername: "preferred_username",
  birthplace: "birthplace",
  birthcountry: "birthcountry",
  email: "email",
} as const;

/**
 * The identité pivot as the provider gave it, with one spelling per name. Nothing is guessed: what is not given is
 * absent, and a date that is partly unknown keeps its `00`.
 *
 * @param claims UserInfo's payload, after the identity checks
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-scope-fc/
 */
export function normaliseIdentity(claims: JsonObject): Identity {
  const gender = GENDERS.find((known) => known === claims.gender);
  const texts = Object.entries(TEXTS).flatMap(([key, claim]) => {
    const value = claims[claim];
    return isFilled(value) ? [[key, tidy(value)]] : [];
  });
  return {
    givenNames: givenNamesOf(claims),
    familyName: textOf(claims.family_name),
    birthdate: textOf(claims.birthdate),
    ...(gender && { gender }),
    ...Object.fromEntries(texts),
  };
}

/** FranceConnect says where one name ends and the next begins (« Jean Philippe »); FranceConnect+ does not. */
function givenNamesOf({ given_name_array: list, given_name: joined }: JsonObject): readonly string[] {
  const names = Array.isArray(list) ? list.filter(isFilled).map(tidy) : [];
  return names.length > 0 ? names : textOf(joined).split(" ").filter(Boolean);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? tidy(value) : "";
}
