import type { ErrorCode } from "../error-texts.ts";
import { type Parameters, text } from "../query.ts";

export function ine(parameters: Parameters): ErrorCode | undefined {
  return /^[0-9a-zA-Z]{11}$/.test(text(parameters, "ine") ?? "") ? undefined : "00360";
}

export function identifier(parameters: Parameters): ErrorCode | undefined {
  return text(parameters, "identifiant") === undefined ? "00380" : undefined;
}

export function plate(parameters: Parameters): ErrorCode | undefined {
  return text(parameters, "immatriculation") === undefined ? "00430" : undefined;
}

const SCHOOL = /^\d{7}[a-zA-Z]$/;
const PERIMETERS = [
  { name: "codesBcnDepartements", pattern: /^\d{3}$/, code: "00416" },
  { name: "codesBcnRegions", pattern: /^\d{2}$/, code: "00417" },
] as const;

/** Where to look for a pupil: one school, or one kind of perimeter with the degree of teaching. */
export function schoolSearch(parameters: Parameters): ErrorCode | undefined {
  const school = text(parameters, "codeEtablissement");
  const given = PERIMETERS.filter(({ name }) => parameters[name] !== undefined);
  if (school !== undefined) {
    if (given.length > 0) return "00419";
    return SCHOOL.test(school) ? undefined : "00410";
  }
  const [perimeter] = given;
  if (perimeter === undefined) return "00410";
  if (!/^[12]D$/.test(text(parameters, "degreEtablissement") ?? "")) return "00412";
  if (given.length > 1) return "00413";
  const values = parameters[perimeter.name];
  if (!Array.isArray(values) || values.some((value: string) => value.trim() === "")) return "00414";
  return values.every((value: string) => perimeter.pattern.test(value)) ? undefined : perimeter.code;
}
