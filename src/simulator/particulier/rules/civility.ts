import type { ErrorCode } from "../error-texts.ts";
import { type Parameters, text } from "../query.ts";

/** The name characters that the platform lets through: neither œ, nor dots, nor digits, nor a typographic apostrophe. */
const NAME = /^[a-zA-ZÀ-ÖØ-öø-ÿ' -]+$/u;
const GIVEN_NAME = /^[a-zA-ZÀ-ÖØ-öø-ÿÆæ' -]+$/u;
const COMMUNE = /^([013-9]\d|2[AB1-9])\d{3}$/;
const FOREIGN_OR_FRANCE = /^99\d{3}$/;
const FRANCE = "99100";

export function familyName(parameters: Parameters): ErrorCode | undefined {
  return NAME.test(text(parameters, "nomNaissance") ?? "") ? undefined : "00420";
}

function listOfNames(parameters: Parameters, pattern: RegExp): boolean {
  const names = parameters.prenoms;
  return Array.isArray(names) && names.length > 0 && names.every((name: string) => pattern.test(name));
}

export function givenNames(parameters: Parameters): ErrorCode | undefined {
  return listOfNames(parameters, GIVEN_NAME) ? undefined : "00421";
}

/** The social security's gateway is asked even without given names: it is the one that refuses. */
export function dssGivenNames(parameters: Parameters): ErrorCode | undefined {
  return parameters.prenoms === undefined || listOfNames(parameters, NAME) ? undefined : "00367";
}

type DateParts = readonly [year: number | undefined, month: number | undefined, day: number | undefined];

function dateParts(parameters: Parameters): DateParts {
  const part = (name: string) => {
    const value = text(parameters, name);
    return value === undefined ? undefined : Number.parseInt(value, 10) || 0;
  };
  return [part("anneeDateNaissance"), part("moisDateNaissance"), part("jourDateNaissance")];
}

function between(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high;
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Year, month and day, all three, each real. */
export function birthdate(parameters: Parameters): ErrorCode | undefined {
  const [year = 0, month = 0, day = 0] = dateParts(parameters);
  if (year <= 0) return "00422";
  if (!between(month, 1, 12)) return "00423";
  if (!between(day, 1, 31)) return "00424";
  return exists(year, month, day) ? undefined : "00425";
}

/** Any part may be missing; what is given must be possible, from 1900 to yesterday. */
export function dssBirthdate(parameters: Parameters, now: Date): ErrorCode | undefined {
  const [year, month, day] = dateParts(parameters);
  if (year !== undefined && year <= 0) return "00363";
  if (month !== undefined && !between(month, 1, 12)) return "00363";
  if (day !== undefined && !between(day, 1, 31)) return "00363";
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = Date.UTC(year, month - 1, day);
  const possible =
    exists(year, month, day) && date >= Date.UTC(1900, 0, 1) && date < now.getTime() - 24 * 3600_000;
  return possible ? undefined : "00363";
}

export function gender(parameters: Parameters): ErrorCode | undefined {
  return /^[MF]$/i.test(text(parameters, "sexeEtatCivil") ?? "") ? undefined : "00427";
}

export function optionalGender(parameters: Parameters): ErrorCode | undefined {
  return text(parameters, "sexeEtatCivil") === undefined ? undefined : gender(parameters);
}

export function birthplace(parameters: Parameters): ErrorCode | undefined {
  const commune = text(parameters, "codeCogInseeCommuneNaissance");
  return commune === undefined || COMMUNE.test(commune) ? undefined : "00365";
}

/** Born in France: the commune's code, or its name with the département and the year. */
export function dssBirthplace(parameters: Parameters): ErrorCode | undefined {
  const commune = text(parameters, "codeCogInseeCommuneNaissance");
  const inFrance = text(parameters, "codeCogInseePaysNaissance") === FRANCE;
  if (commune !== undefined) return COMMUNE.test(commune) ? undefined : "00365";
  if (!inFrance) return undefined;
  const departement = text(parameters, "codeCogInseeDepartementNaissance");
  const named = text(parameters, "nomCommuneNaissance") && text(parameters, "anneeDateNaissance");
  if (!named || departement === undefined) return "00365";
  return /^(\d{2,3}|2[AB])$/.test(departement) ? undefined : "00428";
}

export function country(parameters: Parameters): ErrorCode | undefined {
  return FOREIGN_OR_FRANCE.test(text(parameters, "codeCogInseePaysNaissance") ?? "") ? undefined : "00400";
}
