import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/federation/index.ts";
import { citizenAmong, type Person } from "../../../src/particulier/index.ts";
import { ANGELA } from "../../support/particulier.ts";

const angela: Person = {
  nom_naissance: "DUBOIS",
  prenoms: "ANGELA CLAIRE LOUISE",
  date_naissance: "1962-08-24",
};
const other: Person = { nom_naissance: "MARTIN", prenoms: "ANGELA", date_naissance: "1962-08-24" };

describe("the citizen among the people of an answer", () => {
  it("is found wherever they stand in the list", () => {
    expect(citizenAmong([other, angela], ANGELA)).toBe(true);
  });

  it("is not found in an empty list", () => {
    expect(citizenAmong([], ANGELA)).toBe(false);
  });

  const same: [string, Person, Partial<Identity>][] = [
    [
      "case, accents and hyphens",
      { ...angela, nom_naissance: "Lefèbvre Dûpont" },
      { familyName: "LEFEBVRE-DUPONT" },
    ],
    ["the typographic apostrophe", { ...angela, nom_naissance: "D'ARC" }, { familyName: "D’Arc" }],
    ["a ligature", { ...angela, nom_naissance: "LEBOEUF" }, { familyName: "Lebœuf" }],
    ["an invisible mark", { ...angela, nom_naissance: "\u200fDUBOIS" }, {}],
    ["composed accents", { ...angela, nom_naissance: "GU\u0308NTHER" }, { familyName: "Günther" }],
    ["given names as a list", { ...angela, prenoms: ["ANGELA", "CLAIRE"] }, {}],
    ["a single given name", { nom: "DUBOIS", prenom: "ANGELA", date_naissance: "1962-08-24" }, {}],
    [
      "a given name cut at 13 letters",
      { nom: "DUBOIS", prenom: "JEAN-BAPTISTE" },
      { givenNames: ["Jean-Baptiste-Marie"] },
    ],
    ["a presumed day", { ...angela, date_naissance: "1962-08-00" }, {}],
    ["a presumed date on our side", angela, { birthdate: "1962-00-00" }],
    [
      "a date in three parts",
      { nom: "DUBOIS", prenom: "Angela", annee_date_naissance: 1962, mois_date_naissance: 8 },
      {},
    ],
    ["the nom d'usage", { ...angela, nom_naissance: "MARTIN", nom_usage: "DUBOIS" }, {}],
  ];
  it.each(same)("is recognised in spite of %s", (_why, person, identity) => {
    expect(citizenAmong([person], { ...ANGELA, ...identity })).toBe(true);
  });

  const different: [string, Person][] = [
    ["another family name", other],
    ["another given name: a twin", { ...angela, prenoms: "BEATRICE CLAIRE" }],
    ["another birth year: the mother of the same name", { ...angela, date_naissance: "1932-08-24" }],
    ["another month", { ...angela, date_naissance: "1962-07-24" }],
    ["no name at all", { date_naissance: "1962-08-24" }],
    ["no given name", { nom_naissance: "DUBOIS", date_naissance: "1962-08-24" }],
    ["a given name that only begins alike", { ...angela, prenoms: "ANGELANE" }],
  ];
  it.each(different)("is not taken for somebody with %s", (_why, person) => {
    expect(citizenAmong([person], ANGELA)).toBe(false);
  });

  it("does not trip over values of the wrong type", () => {
    const drifted = {
      nom_naissance: 12,
      prenoms: { first: "ANGELA" },
      date_naissance: 1962,
    } as unknown as Person;
    expect(citizenAmong([drifted], ANGELA)).toBe(false);
  });
});
