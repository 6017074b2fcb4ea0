import type { ErrorCode } from "../error-texts.ts";
import { type Parameters, text } from "../query.ts";

const FIRST_CAMPAIGN = 2021;

/** `annee` of the quotient familial: this year or one of the two before. */
export function year(parameters: Parameters, now: Date): ErrorCode | undefined {
  const value = text(parameters, "annee");
  if (value === undefined) return undefined;
  const asked = Number(value);
  if (!/^\d{4}$/.test(value) || asked > now.getFullYear()) return "00353";
  return asked < now.getFullYear() - 2 ? "00356" : undefined;
}

/** `mois` of the quotient familial: 1 to 12, and not to come. */
export function month(parameters: Parameters, now: Date): ErrorCode | undefined {
  const value = text(parameters, "mois");
  if (value === undefined) return undefined;
  const asked = Number(value);
  if (!/^\d{1,2}$/.test(value) || asked < 1 || asked > 12) return "00354";
  const thisYear = Number(text(parameters, "annee") ?? now.getFullYear()) >= now.getFullYear();
  return thisYear && asked > now.getMonth() + 1 ? "00354" : undefined;
}

/** `campaignYear` of a scholarship: from 2021 to last year. */
export function campaignYear(parameters: Parameters, now: Date): ErrorCode | undefined {
  const value = text(parameters, "campaignYear");
  if (value === undefined) return undefined;
  const asked = Number(value);
  const possible = /^\d{4}$/.test(value) && asked >= FIRST_CAMPAIGN && asked < now.getFullYear();
  return possible ? undefined : "00368";
}

export function schoolYear(parameters: Parameters): ErrorCode | undefined {
  return /^\d{4}(-\d{4})?$/.test(text(parameters, "anneeScolaire") ?? "") ? undefined : "00411";
}
