import type { Identity } from "../../federation/index.ts";
import { type BirthDate, readBirthDate } from "./birthdate.ts";

/** A person as the providers write them: the keys differ from one to the other. */
export interface Person {
  readonly nom_naissance?: string | null | undefined;
  readonly nom?: string | null | undefined;
  readonly nom_usage?: string | null | undefined;
  readonly prenoms?: string | readonly string[] | null | undefined;
  readonly prenom?: string | null | undefined;
  readonly date_naissance?: string | null | undefined;
  readonly annee_date_naissance?: number | null | undefined;
  readonly mois_date_naissance?: number | null | undefined;
  readonly jour_date_naissance?: number | null | undefined;
}

/**
 * Whether the citizen is one of these people: same family name, a first given name in common, and no part of the
 * birth date that contradicts. Case, accents, hyphens and unknown parts (`00`) make no difference.
 *
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-projet/fs-projet-donnees-identites/
 * @example
 * import { citizenAmong } from "passerelle";
 * const answer = await api.quotientFamilial({ identity });
 * const mine = answer.outcome === "found" && citizenAmong(answer.data.allocataires ?? [], identity);
 */
export function citizenAmong(people: readonly Person[], identity: Identity): boolean {
  return people.some((person) => isSame(person, identity));
}

function isSame(person: Person, identity: Identity): boolean {
  const names = [person.nom_naissance, person.nom, person.nom_usage].map(folded);
  const known = [identity.familyName, identity.preferredUsername].map(folded).filter((name) => name !== "");
  return (
    known.some((name) => names.includes(name)) &&
    shareGivenName(person, identity) &&
    !contradicts(birthDateOf(person), readBirthDate(identity.birthdate ?? ""))
  );
}

/** France Travail cuts a given name at 13 letters, and providers keep one, some or all of them. */
const CUT_AT = 13;

function shareGivenName(person: Person, identity: Identity): boolean {
  const theirs = folded([person.prenoms ?? person.prenom].flat().join(" "));
  const ours = (identity.givenNames ?? []).map(folded).filter((name) => name !== "");
  const first = ours[0];
  if (first === undefined || theirs === "") return first === undefined && theirs === "";
  const whole = ours.join(" ");
  return (
    starts(theirs, first) ||
    starts(whole, theirs) ||
    (theirs.length >= CUT_AT - 1 && whole.startsWith(theirs))
  );
}

/** Whether a list of names begins with these names, entire words only. */
function starts(names: string, beginning: string): boolean {
  return names === beginning || names.startsWith(`${beginning} `);
}

function birthDateOf(person: Person): BirthDate {
  if (typeof person.date_naissance === "string") return readBirthDate(person.date_naissance.slice(0, 10));
  return {
    ...(person.annee_date_naissance ? { year: person.annee_date_naissance } : {}),
    ...(person.mois_date_naissance ? { month: person.mois_date_naissance } : {}),
    ...(person.jour_date_naissance ? { day: person.jour_date_naissance } : {}),
  };
}

function contradicts(one: BirthDate, other: BirthDate): boolean {
  return (["year", "month", "day"] as const).some(
    (part) => one[part] !== undefined && other[part] !== undefined && one[part] !== other[part],
  );
}

/** Providers' data may drift: what is not a text is nobody's name. */
function folded(name: unknown): string {
  if (typeof name !== "string") return "";
  return name
    .normalize("NFD")
    .replace(/\p{M}|\p{Cf}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
