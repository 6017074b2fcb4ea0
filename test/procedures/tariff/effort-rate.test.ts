import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effortRate } from "../../../src/procedures/index.ts";

/** Fay-aux-Loges (Loiret): 0,36 % of the QF, from 2,60 € to 4,50 €. */
const fay = effortRate({
  field: "qf",
  figure: "QF",
  unit: "par repas",
  rate: "0.36",
  floorCents: 260,
  capCents: 450,
  without: { why: "quotient familial non communiqué" },
});

describe("a tariff by taux d'effort", () => {
  test.each([
    [0, 260],
    [700, 260],
    [722, 260],
    [723, 260],
    [724, 261],
    [1000, 360],
    [1250, 450],
    [1251, 450],
    [1300, 450],
  ])("charges a QF of %i € %i cents", (qf, cents) => {
    expect(fay.price({ qf })?.cents).toBe(cents);
  });

  test.each([
    [12.5, "1", 13],
    [1.5, "1", 2],
    [0.5, "1", 1],
    [0.49, "1", 0],
  ])("rounds half a cent upwards: %d € at %s %% is %i cents", (qf, rate, cents) => {
    const rule = effortRate({
      field: "qf",
      figure: "QF",
      unit: "par jour",
      rate,
      floorCents: 0,
      capCents: 100_000,
    });
    expect(rule.price({ qf })?.cents).toBe(cents);
  });

  test("shows the product, and the floor or the cap where it applied", () => {
    expect(fay.price({ qf: 1000 })?.explanation).toBe("QF 1\u00A0000\u00A0€ × 0,36\u00A0% = 3,60\u00A0€");
    expect(fay.price({ qf: 700 })?.explanation).toMatch(/= 2,52.€, porté au minimum de 2,60.€/);
    expect(fay.price({ qf: 1300 })?.explanation).toMatch(/= 4,68.€, ramené au maximum de 4,50.€/);
  });

  test("charges the cap to those without a QF", () => {
    expect(fay.price({})).toEqual({ cents: 450, explanation: "quotient familial non communiqué" });
  });

  test("agrees with exact arithmetic for any figure and rate, and grows with the figure", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 99_999 }), (hundredths, thousandths) => {
        const rate = (thousandths / 1000).toFixed(3);
        const rule = effortRate({
          field: "qf",
          figure: "QF",
          unit: "x",
          rate,
          floorCents: 0,
          capCents: 1_000_000_000,
        });
        const exact = BigInt(hundredths) * BigInt(thousandths);
        const expected = Number((exact * 2n + 100_000n) / 200_000n);
        expect(rule.price({ qf: hundredths / 100 })?.cents).toBe(expected);
        expect(rule.price({ qf: (hundredths + 1) / 100 })?.cents).toBeGreaterThanOrEqual(expected);
      }),
    );
  });

  test("never leaves its bounds", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (qf) => {
        const cents = fay.price({ qf })?.cents ?? -1;
        expect(cents).toBeGreaterThanOrEqual(260);
        expect(cents).toBeLessThanOrEqual(450);
      }),
    );
  });
});

describe("a taux d'effort is refused", () => {
  test.each([
    [{ rate: "0,36 %" }, /write a percentage/],
    [{ rate: "0" }, /above zero/],
    [{ rate: "-1" }, /write a percentage/],
    [{ floorCents: 2.6 }, /whole number of euro cents/],
    [{ floorCents: 500 }, /floorCents \(500\) is above capCents \(450\)/],
  ])("with %j", (change, message) => {
    const rule = effortRate({
      field: "qf",
      figure: "QF",
      unit: "x",
      rate: "0.36",
      floorCents: 260,
      capCents: 450,
      ...change,
    });
    expect(rule.problems.join("\n")).toMatch(message);
  });
});
