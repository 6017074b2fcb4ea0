import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/federation/index.ts";
import { readBirthDate } from "../../../src/particulier/identity/birthdate.ts";
import { readBirthPlace } from "../../../src/particulier/identity/birthplace.ts";
import { ANGELA } from "../../support/particulier.ts";

describe("a birth date", () => {
  it.each([
    ["1962-08-24", { year: 1962, month: 8, day: 24 }],
    ["1992-00-00", { year: 1992 }],
    ["1992-07-00", { year: 1992, month: 7 }],
    ["1992-00-14", { year: 1992 }],
    ["0000-00-00", {}],
    ["1992", { year: 1992 }],
    ["1992-07", { year: 1992, month: 7 }],
    ["", {}],
    ["24/08/1962", {}],
  ])("%j is read as %j", (written, parts) => expect(readBirthDate(written)).toEqual(parts));

  it("never has a day without a month, nor a month without a year", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d\d-\d\d$/), (written) => {
        const { year, month, day } = readBirthDate(written);
        expect(day === undefined || month !== undefined).toBe(true);
        expect(month === undefined || year !== undefined).toBe(true);
      }),
    );
  });
});

describe("a birth place", () => {
  const at = (birthplace: string | undefined, birthcountry: string | undefined): Identity => {
    const { birthplace: _place, birthcountry: _country, ...rest } = ANGELA;
    return {
      ...rest,
      ...(birthplace === undefined ? {} : { birthplace }),
      ...(birthcountry === undefined ? {} : { birthcountry }),
    };
  };

  it.each([
    ["in Paris", at("75107", "99100"), { country: "99100", commune: "75107" }],
    ["in Corsica", at("2a004", "99100"), { country: "99100", commune: "2A004" }],
    ["in Corsica before 1976", at("20004", "99100"), { country: "99100", commune: "20004" }],
    ["overseas", at("97411", "99100"), { country: "99100", commune: "97411" }],
    ["in New Caledonia", at("98818", "99100"), { country: "99100", commune: "98818" }],
    ["abroad, with an empty place", at("", "99352"), { country: "99352" }],
    ["abroad, with a place all the same", at("75107", "99352"), { country: "99352" }],
    ["in France, without its code", at("75107", undefined), { country: "99100", commune: "75107" }],
    ["in France, the commune unknown", at(undefined, "99100"), { country: "99100" }],
    ["abroad, the country written as a place", at("99352", undefined), { country: "99352" }],
    ["by a postal code that is no COG code", at("Paris 7e", "99100"), { country: "99100" }],
    ["nowhere that is known (a European citizen)", at(undefined, undefined), {}],
  ])("%s", (_where, identity, place) => expect(readBirthPlace(identity)).toEqual(place));
});
