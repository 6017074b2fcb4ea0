import fc from "fast-check";
import { expect, test } from "vitest";
import { minimise } from "../../src/procedures/minimise.ts";

const data = {
  quotient_familial: { valeur: 1045, annee: 2026 },
  enfants: [{ prenoms: "LINA", sexe: "F" }],
  adresse: undefined,
  secret: "x",
};

test("a key is kept with everything under it, the others are forgotten", () => {
  expect(minimise(data, ["quotient_familial"])).toEqual({ quotient_familial: { valeur: 1045, annee: 2026 } });
});

test("a path keeps one key of an object, and of each item of a list", () => {
  expect(minimise(data, ["quotient_familial.valeur", "enfants.prenoms"])).toEqual({
    quotient_familial: { valeur: 1045 },
    enfants: [{ prenoms: "LINA" }],
  });
});

test("an absent key stays absent", () => {
  expect(minimise(data, ["adresse", "allocataires"])).toEqual({});
});

test("nothing outside the declared keys ever comes through, and what does is JSON", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__"), fc.anything()), (anything) => {
      const kept = minimise(anything, ["a", "b.x"]);
      expect(Object.keys(kept).every((key) => ["a", "b"].includes(key))).toBe(true);
      const b = kept.b;
      if (b !== undefined && typeof b === "object" && b !== null && !Array.isArray(b)) {
        expect(Object.keys(b).every((key) => key === "x")).toBe(true);
      }
      expect(() => JSON.stringify(kept)).not.toThrow();
    }),
  );
});
