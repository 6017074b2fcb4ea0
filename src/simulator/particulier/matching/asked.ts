import { isRecord } from "../citizen-token.ts";
import type { Parameters } from "../query.ts";
import type { CaseFile } from "./case-file.ts";

/** What a parameter is worth when the call does not give it. */
const DEFAULTS: Readonly<Record<string, (now: Date) => number>> = {
  annee: (now) => now.getFullYear(),
  mois: (now) => now.getMonth() + 1,
};

/** The case's body, with the keys that follow what was asked filled in. */
export function bodyAsAsked({ body, asked }: CaseFile, parameters: Parameters, now: Date): unknown {
  const filled: unknown = structuredClone(body);
  for (const [path, name] of Object.entries(asked)) {
    const given = parameters[name];
    const value = DEFAULTS[name] ? Number(given ?? DEFAULTS[name](now)) : given;
    if (value !== undefined) assign(filled, path.split("."), value);
  }
  return filled;
}

function assign(target: unknown, [step = "", ...rest]: readonly string[], value: unknown): void {
  if (!isRecord(target)) return;
  if (rest.length === 0) target[step] = value;
  else assign(target[step], rest, value);
}
