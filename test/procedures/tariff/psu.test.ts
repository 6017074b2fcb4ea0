import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PSU_FIELDS, psu } from "../../../src/procedures/index.ts";

const rule = psu({
  resources: "r",
  children: "c",
  disabledChildren: "a",
  year: 2025,
  floorCents: 80_100,
  capCents: 850_000,
});
const cents = (r: number, c: number, a = 0) => rule.price({ r, c, a })?.cents;

describe("the national scale of the crèche (PSU)", () => {
  test.each([
    [1, 124],
    [2, 103],
    [3, 83],
    [4, 62],
    [7, 62],
    [8, 41],
    [12, 41],
  ])("for 24 000 € a year and %i children asks %i cents an hour", (children, expected) => {
    expect(cents(24_000, children)).toBe(expected);
  });

  test.each([
    [1, 1, 103],
    [1, 2, 83],
    [3, 1, 62],
    [4, 1, 41],
    [8, 3, 41],
  ])(
    "with %i children, %i of them with the AEEH, takes the lower rate: %i cents",
    (children, disabled, expected) => {
      expect(cents(24_000, children, disabled)).toBe(expected);
    },
  );

  test("never counts less than the floor, nor more than the cap", () => {
    expect(cents(0, 1)).toBe(50);
    expect(cents(801 * 12, 1)).toBe(50);
    expect(cents(8500 * 12, 1)).toBe(526);
    expect(cents(1_000_000, 1)).toBe(526);
    expect(rule.price({ r: 0, c: 1 })?.explanation).toMatch(/801,00.€ par mois \(plancher\)/);
    expect(rule.price({ r: 1_000_000, c: 1 })?.explanation).toMatch(/8.500,00.€ par mois \(plafond\)/);
  });

  test("rounds once, at the end: a month is not rounded before the hour is", () => {
    // 25 000 € / 12 × 0,0516 % is 1,075 € exactly; from a month rounded to 2 083,33 € it would be 1,0749… €
    expect(cents(25_000, 2)).toBe(108);
  });

  test("shows resources, rate and family", () => {
    expect(rule.price({ r: 24_000, c: 3, a: 1 })?.explanation).toBe(
      "ressources 2\u00A0000,00\u00A0€ par mois × 0,0310\u00A0% (3 enfants à charge, taux abaissé\u00A0: 1 enfant(s) avec AEEH) = 0,62\u00A0€",
    );
  });

  test("says nothing without the resources or the children", () => {
    expect(rule.price({ c: 1 })).toBeUndefined();
    expect(rule.price({ r: 24_000 })).toBeUndefined();
  });

  test("is read by default from the fields that come with it, and says whose year its figures are", () => {
    const shipped = psu({ year: 2026, floorCents: 81_462, capCents: 850_000 });
    expect(shipped.reads).toEqual(PSU_FIELDS.map(({ name }) => name));
    expect(shipped.table.caption).toMatch(/2026.*814,62.*8.500,00/);
    expect(psu({ year: 26, floorCents: 1, capCents: 2 }).problems).toEqual([
      "year is 26; write that of the Cnaf's figures, 2026",
    ]);
  });

  test("may only read the participation familiale, never the quotient familial", () => {
    expect(Object.values(rule.onlyFrom ?? {})).toEqual(Array(3).fill("participation-familiale-eaje"));
  });

  test("never falls when resources rise, never rises with one more child", () => {
    fc.assert(
      fc.property(
        fc.nat(150_000),
        fc.nat(50_000),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(3),
        (low, more, children, aeeh) => {
          const price = cents(low, children, aeeh) ?? -1;
          expect(cents(low + more, children, aeeh)).toBeGreaterThanOrEqual(price);
          expect(cents(low, children + 1, aeeh)).toBeLessThanOrEqual(price);
          expect(cents(low, children, aeeh + 1)).toBeLessThanOrEqual(price);
        },
      ),
    );
  });
});
