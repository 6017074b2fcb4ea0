import type { Values } from "./canonical.ts";

/**
 * Whether two sets of parameters designate the same person, as a provider would recognise them: family name,
 * first given name, and the parts of the birth date that both give, case and accents aside.
 */
export function isSamePerson(one: Values, other: Values): boolean {
  const name = fold(one.nomNaissance);
  const given = firstGivenName(one);
  if (name === "" || given === "") return false;
  return (
    name === fold(other.nomNaissance) &&
    given === firstGivenName(other) &&
    ["anneeDateNaissance", "moisDateNaissance", "jourDateNaissance"].every((part) =>
      isCompatible(one[part], other[part]),
    )
  );
}

function isCompatible(one: unknown, other: unknown): boolean {
  const [left, right] = [Number(one ?? 0), Number(other ?? 0)];
  return left === 0 || right === 0 || left === right;
}

function firstGivenName(values: Values): string {
  const { prenoms } = values;
  const first: unknown = Array.isArray(prenoms) ? prenoms[0] : prenoms;
  return fold(first).split(/[\s,]+/)[0] ?? "";
}

/** Upper case without accents, for comparing names. */
export function fold(value: unknown): string {
  return String(value ?? "")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toUpperCase()
    .trim();
}
