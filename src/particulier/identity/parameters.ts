import type { Identity } from "../../federation/index.ts";
import type { Parameter } from "../route.ts";
import { readBirthDate } from "./birthdate.ts";
import { FRANCE, readBirthPlace } from "./birthplace.ts";
import { toAcceptedName } from "./name.ts";

export type ParameterValue = string | readonly string[];
type Reader = (identity: Identity, parameter: Parameter) => ParameterValue | undefined;

const SEXES: Readonly<Record<string, string>> = { male: "M", female: "F" };

// A caller without types may give an identity that lacks anything: it then reads as unknown.
const birthDate = (identity: Identity) => readBirthDate(identity.birthdate ?? "");
const text = (value: number | undefined) => (value === undefined ? undefined : String(value));

/** What an identity says of each parameter. There is no `nomUsage`: names are matched at birth. */
const READERS: Readonly<Record<string, Reader>> = {
  nomNaissance: (identity) => toAcceptedName(identity.familyName ?? "") || undefined,
  prenoms: (identity) => (identity.givenNames ?? []).map(toAcceptedName).filter((name) => name !== ""),
  sexeEtatCivil: (identity) => SEXES[identity.gender ?? ""],
  anneeDateNaissance: (identity) => text(birthDate(identity).year),
  moisDateNaissance: (identity) => text(birthDate(identity).month),
  jourDateNaissance: (identity) => text(birthDate(identity).day),
  codeCogInseePaysNaissance: (identity) => readBirthPlace(identity).country,
  codeCogInseeCommuneNaissance: (identity, { countryAbroad }) => {
    const { country, commune } = readBirthPlace(identity);
    return countryAbroad && country !== FRANCE ? country : commune;
  },
};

/** The value of a parameter for this person; undefined where their identity does not say. */
export function fromIdentity(parameter: Parameter, identity: Identity): ParameterValue | undefined {
  const value = READERS[parameter.name]?.(identity, parameter);
  return typeof value === "object" && value.length === 0 ? undefined : value;
}

export function comesFromIdentity(parameter: string): boolean {
  return Object.hasOwn(READERS, parameter);
}
