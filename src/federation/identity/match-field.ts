import type { Identity } from "../citizen.ts";
import { comparable } from "./comparable.ts";
import { areCompatible } from "./partial-date.ts";

/** How one field compares: `compatible` contradicts nothing without being the same, `missing` says nothing. */
export type FieldMatch = "equal" | "compatible" | "missing" | "different";

export const MATCHED_FIELDS = [
  "familyName",
  "givenNames",
  "birthdate",
  "gender",
  "birthplace",
  "birthcountry",
] as const;
export type MatchedField = (typeof MATCHED_FIELDS)[number];

type Compare = (a: Identity, b: Identity) => FieldMatch;

const COG_COMMUNE = /^(\d{5}|2[AB]\d{3})$/;
const COG_COUNTRY = /^99\d{3}$/;

/** One comparison per field of the identité pivot. The e-mail is none of them: families share one. */
export const COMPARISONS: Readonly<Record<MatchedField, Compare>> = {
  familyName: (a, b) => {
    if (comparable(a.familyName) === comparable(b.familyName)) return "equal";
    return sharesUsualName(a, b) || sharesUsualName(b, a) ? "compatible" : "different";
  },
  givenNames: (a, b) => {
    const [first, second] = [namesOf(a), namesOf(b)];
    if (!first || !second) return "missing";
    if (first === second) return "equal";
    return first.startsWith(`${second} `) || second.startsWith(`${first} `) ? "compatible" : "different";
  },
  birthdate: (a, b) => {
    if (a.birthdate === b.birthdate) return a.birthdate.includes("-00") ? "compatible" : "equal";
    return areCompatible(a.birthdate, b.birthdate) ? "compatible" : "different";
  },
  gender: (a, b) => {
    const isKnown = (value: Identity["gender"]) => value !== undefined && value !== "unspecified";
    if (!isKnown(a.gender) || !isKnown(b.gender)) return "missing";
    return a.gender === b.gender ? "equal" : "different";
  },
  /** FranceConnect+ passes on what the identity provider wrote: a name or a country's code is no commune. */
  birthplace: (a, b) => compareCodes(a.birthplace, b.birthplace, COG_COMMUNE),
  birthcountry: (a, b) => compareCodes(a.birthcountry, b.birthcountry, COG_COUNTRY),
};

function namesOf(identity: Identity): string {
  return comparable(identity.givenNames.join(" "));
}

/** One register kept the birth name where the other has the nom d'usage. */
function sharesUsualName(a: Identity, b: Identity): boolean {
  return a.preferredUsername !== undefined && comparable(a.preferredUsername) === comparable(b.familyName);
}

function compareCodes(a: string | undefined, b: string | undefined, format: RegExp): FieldMatch {
  if (!a || !b || !format.test(a) || !format.test(b)) return "missing";
  return a === b ? "equal" : "different";
}
