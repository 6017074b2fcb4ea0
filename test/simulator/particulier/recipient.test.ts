import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSiret } from "../../../src/simulator/particulier/recipient.ts";

/** The textbook Luhn sum, written the other way round. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += Math.floor(doubled / 10) + (doubled % 10);
  }
  return sum % 10 === 0;
}

describe("A recipient is a SIRET", () => {
  test.each(["21330063500017", "13002526500013", "35600000012345"])("%s is one", (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  test.each(["", "21330063500018", "2133006350001", "213300635000170", "2133006350001A", "356000000123456"])(
    "%j is not",
    (text) => expect(isSiret(text)).toBe(false),
  );

  test("exactly the fourteen digits whose Luhn sum holds, La Poste aside", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{14}$/), (digits) => {
        fc.pre(!digits.startsWith("356000000"));
        expect(isSiret(digits)).toBe(luhn(digits));
      }),
    );
  });
});
