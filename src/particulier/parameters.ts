import type { Parameter } from "./route.ts";

// Blocks of parameters that several routes share. Source: the OpenAPI description of API Particulier,
// https://particulier.api.gouv.fr/developpeurs/openapi, checked by test/particulier/openapi.test.ts.

const NAME = /^[a-zA-ZÀ-ÖØ-öø-ÿ' -]+$/;
const familyName: Parameter = {
  name: "nomNaissance",
  required: true,
  kind: "string",
  pattern: NAME,
  example: "DUBOIS",
};
const givenNames: Parameter = {
  name: "prenoms",
  required: true,
  kind: "list",
  pattern: NAME,
  most: 3,
  example: "Angela",
};
const year: Parameter = {
  name: "anneeDateNaissance",
  kind: "integer",
  pattern: /^(19|20)\d\d$/,
  example: "1962",
};
const month: Parameter = {
  name: "moisDateNaissance",
  kind: "integer",
  pattern: /^([1-9]|1[0-2])$/,
  example: "8",
};
const day: Parameter = {
  name: "jourDateNaissance",
  kind: "integer",
  pattern: /^([1-9]|[12]\d|3[01])$/,
  example: "24",
};
const sex: Parameter = { name: "sexeEtatCivil", kind: "string", pattern: /^[MF]$/, example: "F" };
const country: Parameter = {
  name: "codeCogInseePaysNaissance",
  kind: "string",
  pattern: /^99\d{3}$/,
  example: "99100",
};
const commune: Parameter = {
  name: "codeCogInseeCommuneNaissance",
  kind: "string",
  pattern: /^(\d{2}|2[AB])\d{3}$/,
  example: "75107",
};
const communeByName: readonly Parameter[] = [
  { name: "nomCommuneNaissance", kind: "string", example: "Gennevilliers" },
  {
    name: "codeCogInseeDepartementNaissance",
    kind: "string",
    pattern: /^(\d{2,3}|2[AB])$/,
    example: "92",
  },
];
const ine: Parameter = {
  name: "ine",
  required: true,
  kind: "string",
  pattern: /^[0-9a-zA-Z]{11}$/,
  example: "0123456789G",
};

const must = (parameter: Parameter): Parameter => ({ ...parameter, required: true });
const fullDate = [must(year), must(month), must(day)];

/** Block A of the CNAV and DSS routes: a year alone is accepted, and so is no birth date at all. */
export const DSS_IDENTITY: readonly Parameter[] = [
  familyName,
  { name: "nomUsage", kind: "string", pattern: NAME, example: "MARTIN" },
  givenNames,
  year,
  month,
  day,
  must(sex),
  must(country),
  commune,
  ...communeByName,
];

export const CNOUS_IDENTITY: readonly Parameter[] = [
  familyName,
  givenNames,
  ...fullDate,
  sex,
  commune,
  ...communeByName,
];

/** MESRI accepts exactly one given name, and has no parameter for the country: its code replaces the commune's. */
export const MESRI_IDENTITY: readonly Parameter[] = [
  familyName,
  { ...givenNames, most: 1 },
  ...fullDate,
  must(sex),
  { ...commune, countryAbroad: true },
  ...communeByName,
];

export const DSNJ_IDENTITY: readonly Parameter[] = [
  familyName,
  givenNames,
  ...fullDate,
  must(sex),
  commune,
  must(country),
];

export const SERVICE_CIVIQUE_IDENTITY: readonly Parameter[] = [familyName, givenNames, ...fullDate];

/** The pupil, and one perimeter: a school, or départements, or regions. */
export const MEN_IDENTITY: readonly Parameter[] = [
  familyName,
  givenNames,
  must(sex),
  ...fullDate,
  { name: "codeEtablissement", kind: "string", pattern: /^\d{7}[A-Za-z]$/, example: "0890003V" },
  {
    name: "anneeScolaire",
    required: true,
    kind: "string",
    pattern: /^\d{4}(-\d{4})?$/,
    example: "2025-2026",
  },
  { name: "degreEtablissement", kind: "string", pattern: /^[12]D$/, example: "2D" },
  {
    name: "codesBcnDepartements",
    kind: "list",
    pattern: /^[0-9A-Za-z]{1,4}$/,
    with: "degreEtablissement",
    example: "092",
  },
  {
    name: "codesBcnRegions",
    kind: "list",
    pattern: /^[0-9A-Za-z]{1,4}$/,
    with: "degreEtablissement",
    example: "10",
  },
];

export const BY_INE: readonly Parameter[] = [ine];

export const BY_IDENTIFIANT: readonly Parameter[] = [
  { name: "identifiant", required: true, kind: "string", pattern: /^\S{1,100}$/, example: "123456A" },
];

export const BY_IMMATRICULATION: readonly Parameter[] = [
  {
    name: "immatriculation",
    required: true,
    kind: "string",
    pattern: /^[0-9A-Z][0-9A-Z -]{1,12}$/i,
    example: "AA-123-BB",
  },
];

/** The month of the quotient familial, where it is not the current one. */
export const PERIOD: readonly Parameter[] = [
  { name: "annee", kind: "integer", pattern: /^20\d\d$/, example: "2026" },
  { name: "mois", kind: "integer", pattern: /^([1-9]|1[0-2])$/, example: "11" },
];

export const CAMPAIGN_YEAR: readonly Parameter[] = [
  { name: "campaignYear", kind: "integer", pattern: /^20[2-9]\d$/, example: "2025" },
];
