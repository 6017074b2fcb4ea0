import { describe, expect, it } from "vitest";
import { territoriesFromCog } from "../../src/onboarding/registry/cog.ts";
import { SIRENS } from "../../src/onboarding/registry/sirens.ts";

const registry = territoriesFromCog();

/** @see https://www.insee.fr/fr/metadonnees/definition/c1841 */
function luhn(siren: string): boolean {
  const sum = [...siren].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

describe("the SIREN of a département or a région", () => {
  it("is nine digits with a valid key, and begins with the legal form", () => {
    const form = (code: string) =>
      code.startsWith("departement:") ? /^(22\d{7}|200094332)$/ : /^(23|20)\d{7}$/;
    const wrong = Object.entries(SIRENS).filter(([code, siren]) => !form(code).test(siren) || !luhn(siren));
    expect(wrong).toEqual([]);
    expect(luhn("220100018")).toBe(false);
  });

  it("is known for all but those whose powers another collectivité holds", () => {
    const without = registry.filter(({ kind, siren }) => /departement|region/.test(kind) && !siren);
    expect(without.map(({ code }) => code).sort()).toEqual(
      ["2A", "2B", "68", "75", "972", "973"]
        .map((code) => `departement:${code}`)
        .concat("region:06")
        .sort(),
    );
  });

  it("belongs to a place of the official code, and to no other collectivité", () => {
    const codes = new Set(registry.map(({ code }) => code));
    expect(Object.keys(SIRENS).filter((code) => !codes.has(code))).toEqual([]);
    const sirens = registry.flatMap(({ siren }) => siren ?? []);
    expect(new Set(sirens).size).toBe(sirens.length);
  });
});
