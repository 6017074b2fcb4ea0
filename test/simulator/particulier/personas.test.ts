import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCases } from "../../../src/simulator/particulier/matching/load-cases.ts";
import { isSamePerson } from "../../../src/simulator/particulier/matching/person.ts";
import { ROUTES } from "../../../src/simulator/particulier/routes/index.ts";
import { caseFolder } from "../../../src/simulator/particulier/routes/route.ts";
import { PERSONAS } from "../../../src/simulator/personas/index.ts";
import { type ChecktokenDouble, startChecktokenDouble } from "./checktoken-double.ts";
import { type Simulated, simulate } from "./client.ts";

const { cases, problems } = await loadCases("src/simulator/cases", true);
const places = new Map(
  ROUTES.flatMap((route) =>
    route.versions.flatMap((version) =>
      route.modes.map((mode) => [caseFolder(route, version, mode), { route, version, mode }] as const),
    ),
  ),
);

/** The parameters that an adapter makes of FranceConnect's claims. */
function parametersOf(claims: (typeof PERSONAS)[number]["claims"]) {
  const [year, month, day] = claims.birthdate.split("-").map(Number);
  return {
    nomNaissance: claims.family_name,
    prenoms: claims.given_name.split(" "),
    anneeDateNaissance: year,
    moisDateNaissance: month,
    jourDateNaissance: day,
    sexeEtatCivil: claims.gender === "male" ? "M" : "F",
    codeCogInseePaysNaissance: claims.birthcountry,
    codeCogInseeCommuneNaissance: claims.birthplace || undefined,
  };
}

let checktoken: ChecktokenDouble;
let api: Simulated;
beforeAll(async () => {
  checktoken = await startChecktokenDouble();
  api = await simulate({ checktoken: checktoken.options });
});
afterAll(async () => {
  await api.close();
  await checktoken.close();
});

test("every case file of ours is sound and in the folder of a route", () => {
  expect(problems).toEqual([]);
  expect(cases.filter(({ folder }) => !places.has(folder)).map(({ file }) => file)).toEqual([]);
});

describe("A persona and its case at the CAF or MSA", () => {
  const folder = "api_particulier_v3_cnav_quotient_familial_with_civility";
  const known = cases
    .filter((one) => one.folder === folder)
    .map((one) => {
      const persona = PERSONAS.find(({ claims }) => isSamePerson(one.parameters, parametersOf(claims)));
      return [path.basename(one.file, ".yaml"), one, persona] as const;
    });

  test.each(known)("%s is a persona that can log in", (_name, _one, persona) => {
    expect(persona?.error).toBeUndefined();
    expect(persona?.claims).toBeDefined();
  });

  test.each(known)(
    "%s is recognised by the identity and by FranceConnect alike",
    async (name, one, persona) => {
      if (!persona) throw new Error(`${name} is no persona`);
      checktoken.set(name, { active: true, scope: "cnaf_quotient_familial cnaf_enfants", ...persona.claims });
      const byIdentity = await api.get("/v3/dss/quotient_familial/identite", parametersOf(persona.claims));
      const byCitizen = await api.get(
        "/v3/dss/quotient_familial/france_connect",
        {},
        { headers: { Authorization: `Bearer ${name}` } },
      );
      expect([byIdentity.status, byCitizen.status]).toEqual([one.status, one.status]);
      if (one.status === 200) expect(byCitizen.body.data?.enfants).toEqual(byIdentity.body.data?.enfants);
    },
  );

  test("the citizen is among the people of the answer", () => {
    for (const [, one] of known.filter(([, { status }]) => status === 200)) {
      expect(JSON.stringify(one.body)).toContain(String(one.parameters.nomNaissance));
    }
  });
});

describe("What the demo needs", () => {
  const hero = PERSONAS.find(({ id }) => id === "famille");
  const identity = hero && parametersOf(hero.claims);

  test("the hero has a quotient familial of this month, or of the month asked", async () => {
    const now = new Date();
    const current = await api.get("/v3/dss/quotient_familial/identite", identity);
    expect(current.body.data?.quotient_familial).toMatchObject({
      annee: now.getFullYear(),
      mois: now.getMonth() + 1,
    });
    const asked = await api.get("/v3/dss/quotient_familial/identite", {
      ...identity,
      annee: now.getFullYear() - 1,
      mois: 3,
    });
    expect(asked.body.data?.quotient_familial).toMatchObject({ annee: now.getFullYear() - 1, mois: 3 });
  });

  test("known at the CAF without the benefit: 200 and not a beneficiary, never 404", async () => {
    const { status, body } = await api.get("/v3/dss/revenu_solidarite_active/identite", identity);
    expect([status, body.data?.est_beneficiaire]).toEqual([200, false]);
  });

  test("no child under seven: the crèche's route says 404", async () => {
    const persona = PERSONAS.find(({ id }) => id === "adulte_handicape");
    const { status, body } = await api.get(
      "/v3/dss/participation_familiale_eaje/identite",
      persona && parametersOf(persona.claims),
    );
    expect([status, body.errors?.[0]?.code]).toEqual([404, "37003"]);
  });

  test("nobody's file: 404 with the code that production uses", async () => {
    const stranger = { ...identity, nomNaissance: "INCONNUE" };
    const { status, body } = await api.get("/v3/dss/quotient_familial/identite", stranger);
    expect([status, body.errors?.[0]?.code]).toEqual([404, "35003"]);
  });
});
