import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSamePerson } from "../../../src/federation/identity/same-person.ts";
import { type Citizen, type Identity, matchIdentity } from "../../../src/federation/index.ts";

const ANGELA: Identity = {
  givenNames: ["Angela", "Claire", "Louise"],
  familyName: "DUBOIS",
  gender: "female",
  birthdate: "1962-08-24",
  birthplace: "75107",
  birthcountry: "99100",
  email: "famille@example.fr",
};
const like = (changes: Partial<Identity>): Identity => ({ ...ANGELA, ...changes });
const lacking = (...keys: (keyof Identity)[]): Identity =>
  Object.fromEntries(
    Object.entries(ANGELA).filter(([key]) => !keys.includes(key as keyof Identity)),
  ) as unknown as Identity;
const grade = (a: Identity, b: Identity) => matchIdentity(a, b).grade;

describe("matching an identity", () => {
  it.each<[string, Identity]>([
    ["the same", ANGELA],
    ["another case", like({ familyName: "Dubois", givenNames: ["ANGELA", "CLAIRE", "LOUISE"] })],
    ["another e-mail", like({ email: "autre@example.fr" })],
    ["no e-mail, no gender", lacking("email", "gender")],
    ["names split otherwise", like({ givenNames: ["Angela", "Claire Louise"] })],
  ])("is certain for %s", (_name, other) => {
    expect(grade(ANGELA, other)).toBe("certain");
  });

  it.each<[string, Partial<Identity>, Partial<Identity>]>([
    ["accents", { familyName: "LEFÈVRE" }, { familyName: "Lefevre" }],
    ["accents written in two ways", { familyName: "LEFE\u0300VRE" }, { familyName: "LEFÈVRE" }],
    ["hyphens", { givenNames: ["Jean-Philippe"] }, { givenNames: ["Jean", "Philippe"] }],
    ["apostrophes", { familyName: "D’ALMEIDA" }, { familyName: "D'ALMEIDA" }],
    ["ligatures", { familyName: "LEBŒUF" }, { familyName: "LEBOEUF" }],
    ["marks of writing direction", { familyName: "\u200fDUBOIS\u200e" }, { familyName: "DUBOIS" }],
  ])("does not mind %s", (_name, a, b) => {
    expect(grade(like(a), like(b))).toBe("certain");
  });

  it.each<[string, Identity]>([
    ["a given name is missing", like({ givenNames: ["Angela"] })],
    ["the place of birth is not known", lacking("birthplace", "birthcountry")],
    ["the day of birth is not known", like({ birthdate: "1962-08-00" })],
    ["day and month are presumed", like({ birthdate: "1962-00-00" })],
    [
      "the name is the nom d'usage of the other",
      like({ familyName: "MERCIER", preferredUsername: "DUBOIS" }),
    ],
  ])("is to be confirmed where %s", (_name, other) => {
    expect(grade(ANGELA, other)).toBe("to_confirm");
    expect(grade(other, ANGELA)).toBe("to_confirm");
  });

  it.each<[string, Identity]>([
    ["a homonym born elsewhere", like({ birthplace: "13055" })],
    ["a twin", like({ givenNames: ["Brigitte"] })],
    ["a parent with the same name", like({ birthdate: "1930-08-24" })],
    ["a change of gender at the civil registry", like({ gender: "male" })],
  ])("is ambiguous for %s", (_name, other) => {
    expect(grade(ANGELA, other)).toBe("ambiguous");
  });

  it("is no for anybody else, whatever the e-mail", () => {
    expect(grade(ANGELA, like({ givenNames: ["Paul"], birthdate: "1980-01-01", gender: "male" }))).toBe("no");
    expect(grade(lacking("birthplace", "birthcountry", "gender"), like({ givenNames: ["Paul"] }))).toBe("no");
  });

  it("gives a reason per field", () => {
    expect(matchIdentity(ANGELA, like({ birthplace: "Paris", birthdate: "1962-08-00" })).fields).toEqual({
      familyName: "equal",
      givenNames: "equal",
      birthdate: "compatible",
      gender: "equal",
      birthplace: "missing",
      birthcountry: "equal",
    });
  });

  it("is symmetric, certain with itself, and never throws", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    const identity: fc.Arbitrary<Identity> = fc.record({
      givenNames: fc.array(text, { minLength: 1, maxLength: 3 }),
      familyName: text,
      birthdate: fc.constantFrom("1962-08-24", "1962-08-00", "1962-00-00", "1992-01-01", "1992-00-00"),
      birthplace: fc.constantFrom("75107", "2A004", "Alger"),
    });
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(matchIdentity(a, b)).toEqual(matchIdentity(b, a));
        expect(["certain", "to_confirm"]).toContain(grade(a, a));
      }),
    );
  });
});

describe("the same person in one session", () => {
  const citizen = (changes: Partial<Citizen>): Citizen => ({
    platform: "franceconnect",
    level: "eidas1",
    sub: "a",
    amr: [],
    authenticatedAt: "2026-01-01T00:00:00.000Z",
    identity: ANGELA,
    ...changes,
  });

  it("on one platform is whoever has the same sub, and nobody else", () => {
    expect(isSamePerson(citizen({}), citizen({ identity: like({ familyName: "MERCIER" }) }))).toBe(true);
    expect(isSamePerson(citizen({}), citizen({ sub: "b" }))).toBe(false);
  });

  it("between platforms is whoever no field contradicts", () => {
    const plus = (identity: Identity) => citizen({ platform: "franceconnect-plus", sub: "b", identity });
    expect(isSamePerson(citizen({}), plus(ANGELA))).toBe(true);
    expect(isSamePerson(citizen({}), plus(like({ givenNames: ["Angela"] })))).toBe(true);
    expect(isSamePerson(citizen({}), plus(like({ givenNames: ["Brigitte"] })))).toBe(false);
    expect(isSamePerson(citizen({}), plus(like({ familyName: "MERCIER" })))).toBe(false);
  });
});
