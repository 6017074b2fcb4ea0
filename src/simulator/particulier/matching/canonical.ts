import type { Route } from "../routes/route.ts";

export type Values = Readonly<Record<string, unknown>>;

const BIRTH_DATE = ["anneeDateNaissance", "moisDateNaissance", "jourDateNaissance"] as const;
const FRANCE = "99100";

/** The text by which the official staging compares a call with a case: keys sorted, text in lower case, no accents folded. */
export function canonical(values: Values): string {
  const entries = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => [key, Array.isArray(value) ? value.map(lower) : lower(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(entries);
}

function lower(value: unknown): string {
  return String(value).toLowerCase();
}

/**
 * What of a call takes part in the comparison: the route's own parameters, birth dates as numbers without what
 * lacks its greater unit, and no commune for a birth abroad.
 */
export function comparable(route: Route, matched: readonly string[], parameters: Values): Values {
  const values: Record<string, unknown> = {};
  for (const name of matched) {
    const value = parameters[name];
    if (value !== undefined && value !== "") values[name] = value;
  }
  castBirthDate(values);
  const isForeign =
    values.codeCogInseePaysNaissance !== undefined && values.codeCogInseePaysNaissance !== FRANCE;
  if (isForeign && route.path.startsWith("dss/")) delete values.codeCogInseeCommuneNaissance;
  return values;
}

function castBirthDate(values: Record<string, unknown>): void {
  let isKnown = true;
  for (const name of BIRTH_DATE) {
    const number = Number.parseInt(String(values[name] ?? ""), 10) || 0;
    isKnown = isKnown && number > 0;
    if (isKnown) values[name] = number;
    else delete values[name];
  }
}
