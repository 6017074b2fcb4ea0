import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pick } from "../../../src/particulier/read/pick.ts";

const family = {
  quotient_familial: { valeur: 1045, fournisseur: "CNAF" },
  enfants: [
    { prenoms: "LÉA", date_naissance: "2018-01-02" },
    { prenoms: "NOÉ", date_naissance: "2020-00-00" },
  ],
  adresse: null,
};

describe("minimisation", () => {
  it("returns the named keys and nothing else", () => {
    expect(pick(family, ["quotient_familial"])).toEqual({
      quotient_familial: { valeur: 1045, fournisseur: "CNAF" },
    });
  });

  it("goes through objects and lists", () => {
    expect(pick(family, ["quotient_familial.valeur", "enfants.prenoms"])).toEqual({
      quotient_familial: { valeur: 1045 },
      enfants: [{ prenoms: "LÉA" }, { prenoms: "NOÉ" }],
    });
  });

  it.each([[["enfants", "enfants.prenoms"]], [["enfants.prenoms", "enfants"]]])(
    "lets the whole outweigh its part: %j",
    (paths) => {
      expect(pick(family, paths)).toEqual({ enfants: family.enfants });
    },
  );

  it("leaves out what is absent, and keeps null", () => {
    expect(pick(family, ["allocataires", "adresse"])).toEqual({ adresse: null });
    expect(pick(family, ["adresse.pays"])).toEqual({ adresse: null });
  });

  it("never returns a key that was not asked for, in any data", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.string()), (data, paths) => {
        const heads = paths.map((path) => path.split(".")[0]);
        expect(Object.keys(pick(data, paths)).every((key) => heads.includes(key))).toBe(true);
      }),
    );
  });

  it("cannot be used to reach the prototype", () => {
    expect(
      Object.getPrototypeOf(pick(JSON.parse('{"__proto__":{"polluted":true}}'), ["__proto__.polluted"])),
    ).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
