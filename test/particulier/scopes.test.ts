import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, ROUTE_NAMES, ROUTES, scopesFor } from "../../src/particulier/index.ts";

describe("the least scopes for some keys", () => {
  it("are one for the quotient familial alone", () => {
    expect(scopesFor("quotient-familial", ["quotient_familial.valeur"])).toEqual({
      apiParticulier: ["cnaf_quotient_familial"],
      franceConnect: ["cnaf_quotient_familial"],
      withoutFranceConnect: [],
    });
  });

  it("include the container's for a key inside a list", () => {
    expect(scopesFor("statut-etudiant", ["admissions.est_inscrit"]).apiParticulier).toEqual([
      "mesri_admissions",
      "mesri_admission_inscrit",
    ]);
  });

  it("include everything inside for a container asked for as a whole", () => {
    expect(scopesFor("statut-etudiant", ["admissions"]).apiParticulier).toHaveLength(5);
  });

  it("leave out what the key does not need", () => {
    expect(scopesFor("service-civique", ["statut_actuel.contrat_trouve"]).apiParticulier).toEqual([
      "gip_mds_service_civique_statut_actuel",
    ]);
  });

  it("name the keys that no FranceConnect token unmasks", () => {
    expect(scopesFor("etudiant-boursier", ["identite.nom", "echelon_bourse"])).toEqual({
      apiParticulier: ["cnous_echelon_bourse", "cnous_identite"],
      franceConnect: ["cnous_echelon_bourse"],
      withoutFranceConnect: ["identite.nom"],
    });
    expect(scopesFor("participation-familiale-eaje").franceConnect).toEqual([]);
    expect(scopesFor("scolarites").franceConnect).toEqual([]);
  });

  it("exist for every key of every route", () => {
    for (const name of ROUTE_NAMES) {
      for (const key of keysOf(name))
        expect(scopesFor(name, [key]).apiParticulier, `${name} ${key}`).not.toEqual([]);
    }
  });

  it("name only keys that the route has", () => {
    for (const name of ROUTE_NAMES) {
      for (const scope of ROUTES[name].scopes)
        expect(keysOf(name)).toEqual(expect.arrayContaining([...scope.keys]));
    }
  });

  it("never grow when fewer keys are asked", () => {
    const routeAndKeys = fc
      .constantFrom(...ROUTE_NAMES)
      .chain((name) =>
        fc.tuple(fc.constant(name), fc.subarray([...keysOf(name)], { minLength: 1 }), fc.nat()),
      );
    fc.assert(
      fc.property(routeAndKeys, ([name, keys, cut]) => {
        const all = scopesFor(name, keys).apiParticulier;
        const fewer = scopesFor(name, keys.slice(0, 1 + (cut % keys.length))).apiParticulier;
        expect(all).toEqual(expect.arrayContaining([...fewer]));
      }),
    );
  });
});
