import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byAnswer, outsideCommune, perChild, reduction } from "../../../src/procedures/index.ts";

const plain = (cents: number) =>
  byAnswer({
    field: "formule",
    unit: "par an",
    caption: "Tarifs",
    amounts: [{ is: "a", cents, what: "formule A" }],
  });
const isle = { street: "x", postalCode: "84800", city: "L'Isle-sur-la-Sorgue" };

describe("a tariff by answer", () => {
  test("charges the amount of the answer, and nothing for another", () => {
    expect(plain(3000).price({ formule: "a" })).toEqual({ cents: 3000, explanation: "formule A" });
    expect(plain(3000).price({ formule: "b" })).toBeUndefined();
  });

  test("is refused with two amounts for one answer, or with none", () => {
    const amounts = [
      { is: "a", cents: 1, what: "A" },
      { is: "a", cents: 2, what: "A" },
    ];
    expect(byAnswer({ field: "x", unit: "x", caption: "x", amounts }).problems).toHaveLength(1);
    expect(byAnswer({ field: "x", unit: "x", caption: "x", amounts: [] }).problems).toHaveLength(1);
  });
});

describe("a reduction", () => {
  const rule = reduction(plain(3605), [
    { field: "c2s", is: true, percent: "75", why: "complémentaire santé solidaire" },
    { field: "boursier", is: true, percent: "50", why: "étudiant boursier" },
  ]);

  test.each([
    [{}, 3605],
    [{ c2s: false }, 3605],
    [{ c2s: true }, 901],
    [{ boursier: true }, 1802],
    [{ c2s: true, boursier: true }, 901],
  ])("with %j makes 36,05 € %i cents", (rights, cents) => {
    expect(rule.price({ formule: "a", ...rights })?.cents).toBe(cents);
  });

  test("shows the calculation", () => {
    expect(rule.price({ formule: "a", c2s: true })?.explanation).toMatch(
      /formule A.; complémentaire santé solidaire.: 36,05.€ – 75.% = 9,01.€/,
    );
  });

  test("of more than everything is refused", () => {
    expect(reduction(plain(1), [{ field: "x", is: true, percent: "101", why: "x" }]).problems).toHaveLength(
      1,
    );
  });
});

describe("a tariff per child", () => {
  /** Nouvelle-Aquitaine, school transport: the third child 30 % less, the fourth and the next 50 % less. */
  const rule = perChild(plain(8100), {
    field: "enfants",
    siblings: [
      { rank: 3, percent: "30" },
      { rank: 4, percent: "50" },
    ],
  });
  const family = (count: number) => ({
    formule: "a",
    enfants: Array.from({ length: count }, (_, id) => ({ id })),
  });

  test.each([
    [1, 8100],
    [2, 16_200],
    [3, 21_870],
    [4, 25_920],
    [5, 29_970],
  ])("for %i children is %i cents", (count, cents) => {
    expect(rule.price(family(count))?.cents).toBe(cents);
  });

  test("is not known before a child is chosen", () => {
    expect(rule.price(family(0))).toBeUndefined();
    expect(rule.price({ formule: "a" })).toBeUndefined();
  });

  test("shows the sum", () => {
    expect(rule.price(family(3))?.explanation).toMatch(
      /3 enfants.: 81,00.€ \+ 81,00.€ \+ 56,70.€ = 218,70.€/,
    );
  });

  test("is refused with ranks that do not ascend", () => {
    const siblings = [
      { rank: 3, percent: "30" },
      { rank: 3, percent: "50" },
    ];
    expect(perChild(plain(1), { field: "enfants", siblings }).problems).toHaveLength(1);
  });
});

describe("a surcharge outside the commune", () => {
  const rule = outsideCommune(plain(330), { field: "adresse", postalCodes: ["84800"], percent: "25" });

  test("spares those who live there", () => {
    expect(rule.price({ formule: "a", adresse: isle })).toEqual({ cents: 330, explanation: "formule A" });
  });

  test("is added for the others, half a cent upwards", () => {
    const price = rule.price({ formule: "a", adresse: { ...isle, postalCode: "84250" } });
    expect(price?.cents).toBe(413);
    expect(price?.explanation).toMatch(/hors commune.: 3,30.€ \+ 25.% = 4,13.€/);
  });

  test("looks at the name where several communes share the code, however it is spelt", () => {
    const shared = outsideCommune(plain(100), {
      field: "adresse",
      postalCodes: ["84800"],
      cities: ["Saint-Léger"],
      percent: "10",
    });
    const price = (city: string) => shared.price({ formule: "a", adresse: { ...isle, city } })?.cents;
    expect([price("SAINT LEGER"), price("St-Léger"), price("Lagnes")]).toEqual([100, 100, 110]);
  });

  test("is not known before the address is", () => {
    expect(rule.price({ formule: "a" })).toBeUndefined();
  });
});

test("whatever is combined, a price is whole cents, never below zero", () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.nat(100),
      fc.nat(200),
      fc.integer({ min: 1, max: 9 }),
      (cents, less, more, count) => {
        const rule = perChild(
          outsideCommune(
            reduction(plain(cents), [{ field: "r", is: true, percent: String(less), why: "r" }]),
            {
              field: "adresse",
              postalCodes: ["84800"],
              percent: String(more),
            },
          ),
          { field: "enfants", siblings: [{ rank: 3, percent: String(less) }] },
        );
        const enfants = Array.from({ length: count }, (_, id) => ({ id }));
        const price = rule.price({ formule: "a", r: true, adresse: { ...isle, postalCode: "1" }, enfants });
        expect(rule.problems).toEqual([]);
        expect(Number.isSafeInteger(price?.cents)).toBe(true);
        expect(price?.cents).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
