import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSiret } from "../../src/federation/index.ts";

const luhn = (digits: number[]) =>
  digits.reduce((sum, digit, index) => {
    const weighted = digit * (index % 2 === 0 ? 2 : 1);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0) % 10;
const thirteen = fc.array(fc.nat(9), { minLength: 13, maxLength: 13 });

describe("a SIRET", () => {
  it.each(["21330063500017", "13002526500013", "21750001600019"])("%s is one", (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each(["35600000000048", "35600000099999"])("%s, of La Poste, is one whatever its checksum", (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each([
    "",
    "21330063500018",
    "2133006350001",
    "213300635000170",
    "2133006350001a",
    " 21330063500017",
    "21330063500017\n",
    "٢١٣٣٠٠٦٣٥٠٠٠١٧",
  ])("« %s » is none", (text) => {
    expect(isSiret(text)).toBe(false);
  });

  it("has exactly one last digit for its first thirteen", () =>
    fc.assert(
      fc.property(thirteen, (digits) => {
        fc.pre(!digits.join("").startsWith("356000000"));
        const good = Array.from({ length: 10 }, (_, last) => last).filter((last) =>
          isSiret([...digits, last].join("")),
        );
        expect(good).toEqual([(10 - luhn([...digits, 0])) % 10]);
      }),
    ));

  it("never survives one wrong digit", () =>
    fc.assert(
      fc.property(thirteen, fc.nat(13), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const siret = [...digits, (10 - luhn([...digits, 0])) % 10];
        const wrong = siret.with(place, ((siret[place] as number) + shift) % 10).join("");
        fc.pre(!wrong.startsWith("356000000"));
        expect(isSiret(wrong)).toBe(false);
      }),
    ));
});
