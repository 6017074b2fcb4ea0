import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type FieldValue, PROCEDURES } from "../../../src/procedures/index.ts";

/** What a shipped procedure charges for these answers, in cents. */
function cents(slug: string, values: Readonly<Record<string, FieldValue>>): number | undefined {
  const procedure = PROCEDURES.find((one) => one.slug === slug);
  if (procedure?.tariff === undefined) throw new Error(`${slug} has no tariff`);
  return procedure.tariff.price(values)?.cents;
}

const children = (count: number) => Array.from({ length: count }, (_, id) => ({ id: String(id) }));

describe("each shipped tariff, to the cent, on both sides of each of its bounds", () => {
  test.each([
    [0, 100],
    [622, 100],
    [623, 330],
    [1000, 330],
    [1001, 340],
    [1500, 340],
    [1501, 350],
    [undefined, 350],
  ])("school meals for a QF of %s: %i cents", (quotient, expected) => {
    expect(
      cents("restauration-scolaire", quotient === undefined ? {} : { "quotient-familial": quotient }),
    ).toBe(expected);
  });

  test.each([
    [0, 1, "84800", 260],
    [723, 1, "84800", 260],
    [724, 1, "84800", 261],
    [1249, 1, "84800", 450],
    [1248, 1, "84800", 449],
    [9999, 1, "84800", 450],
    [1000, 1, "84800", 360],
    [1000, 1, "84999", 450],
    [1000, 2, "84800", 720],
    [1000, 3, "84800", 972],
    [1000, 3, "84999", 1215],
  ])(
    "a Wednesday for a QF of %i, %i child(ren), in %s: %i cents",
    (quotient, count, postalCode, expected) => {
      const adresse = { street: "1 rue", postalCode, city: "L’Isle" };
      expect(
        cents("accueil-de-loisirs", { "quotient-familial": quotient, adresse, enfants: children(count) }),
      ).toBe(expected);
    },
  );

  test.each([
    ["the floor", 9_775.44, [50, 42, 34, 25, 17]],
    ["nothing at all, hence the floor", 0, [50, 42, 34, 25, 17]],
    ["24 000 € a year", 24_000, [124, 103, 83, 62, 41]],
    ["the cap", 102_000, [526, 439, 351, 264, 175]],
    ["more than the cap", 250_000, [526, 439, 351, 264, 175]],
  ])(
    "an hour of crèche for %s (%i €): %j cents for 1, 2, 3, 4 and 8 children",
    (_what, ressources, expected) => {
      const asked = (count: number, disabled = 0) =>
        cents("accueil-en-creche", { ressources, "enfants-a-charge": count, "enfants-aeeh": disabled });
      expect([1, 2, 3, 4, 8].map((count) => asked(count))).toEqual(expected);
      // Between two rates nothing changes, and each child with the AEEH moves the family one rate down.
      expect([5, 7, 12].map((count) => asked(count))).toEqual([expected[3], expected[3], expected[4]]);
      expect([0, 1, 2, 3, 4, 5].map((disabled) => asked(1, disabled))).toEqual([...expected, expected[4]]);
    },
  );

  test.each([
    ["mois", false, false, 3600],
    ["an", false, false, 3000],
    ["mois", true, false, 900],
    ["an", true, false, 750],
    ["mois", false, true, 1800],
    ["an", false, true, 1500],
    ["an", true, true, 750],
  ])("a pass by the %s, with the C2S %s, with a grant %s: %i cents", (formule, c2s, boursier, expected) => {
    expect(cents("transport-solidaire", { formule, c2s, boursier })).toBe(expected);
  });

  test.each([
    [0, 0],
    [1, 6000],
    [120, 6000],
    [121, 12_000],
    [999, 12_000],
  ])("a resident's car of %i g/km: %i cents", (co2, expected) => {
    expect(cents("stationnement-resident", { co2 })).toBe(expected);
  });

  test.each([
    ["1", 6_000],
    ["3", 9_000],
    ["6", 18_000],
    ["7", undefined],
  ])("the help for a pupil of échelon %s: %s cents", (echelon, expected) => {
    expect(cents("aide-a-la-scolarite", { echelon })).toBe(expected);
  });

  test.each([
    ["0bis", 15_000],
    ["1", 20_000],
    ["7", 50_000],
  ])("the grant of a student of échelon %s: %i cents", (echelon, expected) => {
    expect(cents("bourse-communale-etudes", { echelon })).toBe(expected);
  });
});

test("each shipped declaration has its file, and under 60 lines from its first to its last", () => {
  const folder = resolve(import.meta.dirname, "../../../src/procedures/shipped");
  const declarations = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const [declaration] = /^export const \w+ = defineProcedure\([\s\S]*?^\}\);/m.exec(text) ?? [];
    return declaration === undefined ? [] : [{ file, lines: declaration.split("\n").length }];
  });
  expect(declarations).toHaveLength(PROCEDURES.length);
  expect(declarations.filter(({ lines }) => lines >= 60)).toEqual([]);
});
