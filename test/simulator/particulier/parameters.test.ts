import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Simulated, simulate } from "./client.ts";
import { CAMILLE, LEO, QF } from "./people.ts";

let api: Simulated;
beforeAll(async () => {
  api = await simulate({ now: () => new Date("2026-11-20T10:00:00Z") });
});
afterAll(() => api.close());

const NO_COMMUNE = { ...CAMILLE, codeCogInseeCommuneNaissance: undefined };
const SCHOOL = "/v5/men/scolarites/identite";
const PUPIL = { ...CAMILLE, anneeScolaire: "2026-2027", codeEtablissement: "0840999A" };
const NO_SCHOOL = { ...PUPIL, codeEtablissement: undefined };
const DEPARTEMENT = { ...NO_SCHOOL, codesBcnDepartements: ["084"], degreEtablissement: "2D" };
const STUDENT = "/v3/mesri/statut_etudiant/identite";

describe("A parameter that is refused has its own code", () => {
  test.each([
    ["a year to come", QF, { ...CAMILLE, annee: 2027 }, "00353"],
    ["a year that is not one", QF, { ...CAMILLE, annee: "xx" }, "00353"],
    ["a year of more than two years ago", QF, { ...CAMILLE, annee: 2023 }, "00356"],
    ["a month to come", QF, { ...CAMILLE, annee: 2026, mois: 12 }, "00354"],
    ["a thirteenth month", QF, { ...CAMILLE, annee: 2025, mois: 13 }, "00354"],
    ["a month that CNAF no longer keeps", QF, { ...CAMILLE, annee: 2024, mois: 11 }, "00355"],
    ["neither M nor F", QF, { ...CAMILLE, sexeEtatCivil: "X" }, "00427"],
    ["a birth in France without a commune", QF, NO_COMMUNE, "00365"],
    [
      "a postal code in place of a commune",
      QF,
      { ...CAMILLE, codeCogInseeCommuneNaissance: "3306" },
      "00365",
    ],
    [
      "a commune of an impossible department",
      QF,
      { ...CAMILLE, codeCogInseeCommuneNaissance: "20004" },
      "00365",
    ],
    [
      "a commune's name with an impossible department",
      QF,
      { ...NO_COMMUNE, nomCommuneNaissance: "Bordeaux", codeCogInseeDepartementNaissance: "Gironde" },
      "00428",
    ],
    [
      "a country that does not begin with 99",
      QF,
      { ...CAMILLE, codeCogInseePaysNaissance: "33100" },
      "00400",
    ],
    ["no country", QF, { ...CAMILLE, codeCogInseePaysNaissance: undefined }, "00400"],
    ["the 30th of February", QF, { ...CAMILLE, moisDateNaissance: 2, jourDateNaissance: 30 }, "00363"],
    ["a birth before 1900", QF, { ...CAMILLE, anneeDateNaissance: 1899 }, "00363"],
    [
      "a birth today",
      QF,
      { ...CAMILLE, anneeDateNaissance: 2026, moisDateNaissance: 11, jourDateNaissance: 20 },
      "00363",
    ],
    ["given names that are not a list", QF, { ...CAMILLE, prenoms: "CAMILLE" }, "00367"],
    ["a comma in a given name", QF, { ...CAMILLE, prenoms: ["CAMILLE, JEANNE"] }, "00367"],
    ["no given names and no such person", QF, { ...CAMILLE, prenoms: undefined }, "00366"],
    ["no family name", QF, { ...CAMILLE, nomNaissance: undefined }, "00420"],
    ["an Œ in the family name", QF, { ...CAMILLE, nomNaissance: "ŒUVRARD" }, "00420"],
    ["a typographic apostrophe in the family name", QF, { ...CAMILLE, nomNaissance: "D’ARTAGNAN" }, "00420"],
    ["a student without a year of birth", STUDENT, { ...LEO, anneeDateNaissance: undefined }, "00422"],
    ["a student without a month of birth", STUDENT, { ...LEO, moisDateNaissance: undefined }, "00423"],
    ["a student without a day of birth", STUDENT, { ...LEO, jourDateNaissance: 0 }, "00424"],
    ["a student born on 31 April", STUDENT, { ...LEO, moisDateNaissance: 4, jourDateNaissance: 31 }, "00425"],
    ["a student without a gender", STUDENT, { ...LEO, sexeEtatCivil: undefined }, "00427"],
    ["a student without given names", STUDENT, { ...LEO, prenoms: undefined }, "00421"],
    ["an INE of ten characters", "/v3/mesri/statut_etudiant/ine", { ine: "0123456789" }, "00360"],
    [
      "a campaign before 2021",
      "/v4/cnous/etudiant_boursier/ine",
      { ine: "0712345678A", campaignYear: 2020 },
      "00368",
    ],
    [
      "a campaign of this year",
      "/v4/cnous/etudiant_boursier/ine",
      { ine: "0712345678A", campaignYear: 2026 },
      "00368",
    ],
    ["a school year of two digits", SCHOOL, { ...PUPIL, anneeScolaire: "26-27" }, "00411"],
    ["a school's code that is not one", SCHOOL, { ...PUPIL, codeEtablissement: "084" }, "00410"],
    ["neither a school nor a perimeter", SCHOOL, NO_SCHOOL, "00410"],
    ["a school and a perimeter", SCHOOL, { ...PUPIL, codesBcnRegions: ["02"] }, "00419"],
    ["a perimeter without its degree", SCHOOL, { ...DEPARTEMENT, degreEtablissement: undefined }, "00412"],
    ["two kinds of perimeter", SCHOOL, { ...DEPARTEMENT, codesBcnRegions: ["02"] }, "00413"],
    ["a perimeter that is not a list", SCHOOL, { ...DEPARTEMENT, codesBcnDepartements: "084" }, "00414"],
    [
      "a department outside the MEN's list",
      SCHOOL,
      { ...DEPARTEMENT, codesBcnDepartements: ["Vaucluse"] },
      "00416",
    ],
    ["no identifier", "/v3/france_travail/statut/identifiant", { identifiant: " " }, "00380"],
    ["no identifier of an athlete", "/v3/sdh/statut_sportif/identifiant", {}, "00380"],
    [
      "an age that the national service does not concern",
      "/v3/dsnj/service_national/identite",
      { ...CAMILLE, nomNaissance: "INCONNUE" },
      "39400",
    ],
  ])("%s", async (_what, address, parameters, code) => {
    const { status, body } = await api.get(address, parameters);
    expect([status, body.errors?.[0]?.code]).toEqual([422, code]);
    expect(body.errors).toHaveLength(1);
  });
});

describe("What the platform lets through", () => {
  test("the MSA computes any month of these years again", async () => {
    const lacaze = { ...CAMILLE, nomNaissance: "LACAZE", prenoms: ["BAPTISTE"], sexeEtatCivil: "M" };
    const birth = { anneeDateNaissance: 1983, moisDateNaissance: 2, jourDateNaissance: 8 };
    const { body } = await api.get(QF, { ...lacaze, ...birth, annee: 2024, mois: 1 });
    expect(body.data?.quotient_familial).toMatchObject({ fournisseur: "MSA", annee: 2024, mois: 1 });
  });

  test.each([
    ["a birth abroad without a commune", { ...NO_COMMUNE, codeCogInseePaysNaissance: "99352" }],
    ["a year of birth alone", { ...CAMILLE, moisDateNaissance: undefined, jourDateNaissance: undefined }],
    ["Corsica", { ...CAMILLE, codeCogInseeCommuneNaissance: "2A004" }],
    ["overseas", { ...CAMILLE, codeCogInseeCommuneNaissance: "97411" }],
    [
      "the name of the commune with its department and the year",
      { ...NO_COMMUNE, nomCommuneNaissance: "Bordeaux", codeCogInseeDepartementNaissance: "33" },
    ],
    ["small letters for the gender", { ...CAMILLE, sexeEtatCivil: "f" }],
    ["the 23 months before this one", { ...CAMILLE, annee: 2024, mois: 12 }],
  ])("%s", async (_what, parameters) => {
    expect((await api.get(QF, parameters)).status).not.toBe(422);
  });
});

test("whatever is sent, the platform answers: never a 500", async () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }));
  const name = fc.oneof(
    fc.constantFrom(...Object.keys(PUPIL), "annee", "mois", "recipient", "__proto__"),
    fc.string(),
  );
  const anything = fc.dictionary(name, value, { maxKeys: 8 });
  const address = fc.constantFrom(QF, SCHOOL, STUDENT, "/v4/cnous/etudiant_boursier/identite");
  await fc.assert(
    fc.asyncProperty(address, anything, async (path, parameters) => {
      const { status } = await api.get(path, { ...CAMILLE, ...parameters });
      return [200, 404, 409, 422].includes(status);
    }),
  );
});
