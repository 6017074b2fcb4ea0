import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSiret } from "../../src/particulier/index.ts";

describe("a recipient's SIRET", () => {
  it("is accepted when Luhn holds", () => {
    expect(isSiret("21330063500017")).toBe(true);
    expect(isSiret("13002526500013")).toBe(true);
  });

  it("is accepted for every establishment of La Poste, which does not follow Luhn", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (nic) => {
        expect(isSiret(`356000000${String(nic).padStart(5, "0")}`)).toBe(true);
      }),
    );
  });

  it.each([
    "",
    "21330063500018",
    "2133006350001",
    "213300635000170",
    "2133006350001A",
    " 21330063500017",
    "２1330063500017",
  ])("is refused when it is %j", (value) => expect(isSiret(value)).toBe(false));

  it("is refused as soon as one digit is wrong", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
        const digits = [..."21330063500017"].map(Number);
        digits[position] = ((digits[position] ?? 0) + shift) % 10;
        expect(isSiret(digits.join(""))).toBe(false);
      }),
    );
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (value) => void expect(typeof isSiret(value)).toBe("boolean")));
  });
});
