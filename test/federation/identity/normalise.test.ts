import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityComplete } from "../../../src/federation/checks/identity-complete.ts";
import { identityFormats } from "../../../src/federation/checks/identity-formats.ts";
import { normaliseIdentity } from "../../../src/federation/identity/normalise.ts";
import { isPartialDate } from "../../../src/federation/identity/partial-date.ts";
import { FederationError, isAtLeast, LEVELS, parseLevel } from "../../../src/federation/index.ts";

const BASE = { sub: "a", given_name: "Angela Claire", family_name: "DUBOIS", birthdate: "1962-08-24" };

describe("the identité pivot, normalised", () => {
  it("takes the given names as a list where there is one: a name may hold a space", () => {
    const names = ["Jean Philippe", "Pierre"];
    expect(normaliseIdentity({ ...BASE, given_name_array: names }).givenNames).toEqual(names);
    expect(normaliseIdentity(BASE).givenNames).toEqual(["Angela", "Claire"]);
  });

  it("leaves out what was not given: a birth abroad has an empty place", () => {
    expect(normaliseIdentity({ ...BASE, birthplace: "", birthcountry: "99352", email: null })).toEqual({
      givenNames: ["Angela", "Claire"],
      familyName: "DUBOIS",
      birthdate: "1962-08-24",
      birthcountry: "99352",
    });
  });

  it.each(["2A004", "2B050", "98729", "97411"])("keeps the COG code %s as it is", (birthplace) => {
    expect(normaliseIdentity({ ...BASE, birthplace }).birthplace).toBe(birthplace);
  });

  it("keeps a partly unknown date honest", () => {
    expect(normaliseIdentity({ ...BASE, birthdate: "1992-00-00" }).birthdate).toBe("1992-00-00");
  });

  it("takes a European citizen: three claims and no more", () => {
    expect(
      normaliseIdentity({ sub: "e", given_name: "Aino", family_name: "Virtanen", birthdate: "1990-05-05" }),
    ).toEqual({
      givenNames: ["Aino"],
      familyName: "Virtanen",
      birthdate: "1990-05-05",
    });
  });

  it.each(["male", "female", "unspecified"])("knows the gender %s, and no other", (gender) => {
    expect(normaliseIdentity({ ...BASE, gender }).gender).toBe(gender);
    expect(normaliseIdentity({ ...BASE, gender: `${gender}x` })).not.toHaveProperty("gender");
  });

  it.each([
    ["1962-08-24", true],
    ["1992-00-00", true],
    ["1992-11-00", true],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["1992-00-12", false],
    ["1962-13-01", false],
    ["1962-04-31", false],
    ["0000-01-01", false],
    ["62-08-24", false],
    [19620824, false],
    [null, false],
  ])("%j is a civil date: %s", (value, expected) => {
    expect(isPartialDate(value)).toBe(expected);
  });

  it("never lets anything but tidy text through its checks, whatever is claimed", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.anything(),
      fc.constantFrom("DUBOIS", "1962-08-24"),
    );
    const claims = fc.record({
      given_name: anything,
      given_name_array: fc.oneof(fc.constant(undefined), anything),
      family_name: anything,
      birthdate: fc.constantFrom("1962-08-24", "1992-00-00", "x", "", null, 3),
      gender: anything,
      birthplace: anything,
      email: anything,
    });
    fc.assert(
      fc.property(claims, (given) => {
        try {
          identityComplete.run({ claims: given });
          identityFormats.run({ claims: given });
        } catch (error) {
          expect(error).toBeInstanceOf(FederationError);
          return;
        }
        const identity = normaliseIdentity(given);
        const texts = Object.values(identity).flat();
        for (const text of texts) expect(text).toBe(text.normalize("NFC").trim());
        expect(identity.givenNames.length).toBeGreaterThan(0);
        expect(identity.familyName).not.toBe("");
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("levels", () => {
  it("have exactly three names, and rank by their order", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseLevel(value)).toBe(LEVELS.some((level) => level === value) ? value : undefined);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS), (a, b) => {
        expect(isAtLeast(a, b)).toBe(Number(a.at(-1)) >= Number(b.at(-1)));
      }),
    );
  });
});
