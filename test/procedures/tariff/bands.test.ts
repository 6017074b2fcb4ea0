import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bands } from "../../../src/procedures/index.ts";

/** The grid of Champcevinel (Dordogne), 2022-2023. */
const CHAMPCEVINEL = [
  { from: 0, to: 622, cents: 100 },
  { from: 623, to: 1000, cents: 330 },
  { from: 1001, to: 1500, cents: 340 },
  { from: 1501, cents: 350 },
] as const;

const declared = { field: "qf", figure: "QF", figureUnit: "€", unit: "par repas" } as const;
const cantine = bands({
  ...declared,
  bands: CHAMPCEVINEL,
  without: { cents: 350, why: "quotient familial non communiqué" },
});

describe("a tariff by bands", () => {
  test.each([
    [0, 100],
    [622, 100],
    [623, 330],
    [1000, 330],
    [1001, 340],
    [1500, 340],
    [1501, 350],
    [99_999, 350],
  ])("charges a QF of %i € %i cents: each lower bound is inclusive", (qf, cents) => {
    expect(cantine.price({ qf })?.cents).toBe(cents);
  });

  test("leaves no hole between two bands for a figure with decimals", () => {
    expect(cantine.price({ qf: 622.99 })?.cents).toBe(100);
  });

  test("says which band, with its figures", () => {
    expect(cantine.price({ qf: 1045 })?.explanation).toBe(
      "QF 1\u00A0045\u00A0€, tranche 3 (1\u00A0001 à 1\u00A0500\u00A0€)",
    );
    expect(cantine.price({ qf: 1501 })?.explanation).toMatch(/tranche 4 \(à partir de 1.501.€\)/);
  });

  test("charges those without the figure what the délibération says, or nothing can be said", () => {
    expect(cantine.price({})).toEqual({ cents: 350, explanation: "quotient familial non communiqué" });
    expect(bands({ ...declared, bands: CHAMPCEVINEL }).price({})).toBeUndefined();
    expect(cantine.price({ qf: "1045" })?.cents).toBe(350);
  });

  test("is printed as a table", () => {
    expect(cantine.table.rows[0]).toEqual(["0 à 622\u00A0€", "1,00\u00A0€"]);
    expect(cantine.table.rows).toHaveLength(5);
  });
});

describe("a grid is refused", () => {
  test.each([
    [
      "with a gap",
      [
        { from: 0, to: 622, cents: 1 },
        { from: 624, cents: 2 },
      ],
      /gap between 622 and 624; start band 2 at 623/,
    ],
    [
      "with an overlap",
      [
        { from: 0, to: 622, cents: 1 },
        { from: 600, cents: 2 },
      ],
      /overlap: 600 to 622.*end band 1 at 599/,
    ],
    ["that starts above zero", [{ from: 1, cents: 1 }], /starts at 1; start it at 0/],
    ["that ends", [{ from: 0, to: 10, cents: 1 }], /ends at 10; leave "to" out/],
    [
      "with an open band in the middle",
      [
        { from: 0, cents: 1 },
        { from: 5, cents: 2 },
      ],
      /no upper bound; write "to: 4"/,
    ],
    [
      "with a band that ends before it starts",
      [
        { from: 0, to: -1, cents: 1 },
        { from: 0, cents: 2 },
      ],
      /before it starts/,
    ],
    ["with a price that is no whole cent", [{ from: 0, cents: 3.3 }], /330 for 3,30 €/],
    ["with a negative price", [{ from: 0, cents: -1 }], /whole number of euro cents/],
    [
      "with a bound that is no whole number",
      [
        { from: 0, to: 622.5, cents: 1 },
        { from: 623.5, cents: 2 },
      ],
      /whole numbers/,
    ],
    ["that is empty", [], /at least one band/],
  ])("%s, saying what to write", (_case, rows, message) => {
    expect(bands({ ...declared, bands: rows }).problems.join("\n")).toMatch(message);
  });
});

test("any accepted grid charges every figure exactly one of its prices, and more is never in a lower band", () => {
  const grids = fc
    .uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 8 })
    .map((bounds) => [0, ...bounds.sort((one, other) => one - other)])
    .map((bounds) =>
      bounds.map((from, index) => {
        const next = bounds[index + 1];
        return { from, ...(next === undefined ? {} : { to: next - 1 }), cents: index };
      }),
    );
  fc.assert(
    fc.property(grids, fc.nat(6000), fc.nat(6000), (rows, one, other) => {
      const rule = bands({ ...declared, bands: rows });
      expect(rule.problems).toEqual([]);
      const price = (qf: number) => rule.price({ qf })?.cents ?? Number.NaN;
      const band = rows.find(({ from, to }) => from <= one && one <= (to ?? Number.POSITIVE_INFINITY));
      expect(price(one)).toBe(band?.cents);
      expect(price(Math.min(one, other))).toBeLessThanOrEqual(price(Math.max(one, other)));
    }),
  );
});
