import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signHabilitation } from "../../../src/simulator/particulier/index.ts";
import { maskByScope } from "../../../src/simulator/particulier/mask.ts";
import { type Simulated, simulate } from "./client.ts";
import { CAMILLE, LEO, QF } from "./people.ts";

let api: Simulated;
let serial = 0;
beforeAll(async () => {
  api = await simulate();
});
afterAll(() => api.close());

async function dataWith(
  scopes: readonly string[],
  address: string,
  parameters: Readonly<Record<string, unknown>>,
) {
  serial += 1;
  const token = await signHabilitation({ jti: `mask-${serial}`, scopes });
  const reply = await api.get(address, parameters, { headers: { Authorization: `Bearer ${token}` } });
  expect(reply.status).toBe(200);
  return reply.body.data ?? {};
}

describe("A key whose scope is missing is absent, with 200", () => {
  test.each([
    [["cnaf_quotient_familial"], ["quotient_familial"]],
    [
      ["cnaf_enfants", "cnaf_adresse"],
      ["enfants", "adresse"],
    ],
    [["cnaf_allocataires"], ["allocataires"]],
  ])("quotient familial with %j", async (scopes, keys) => {
    expect(Object.keys(await dataWith(scopes, QF, CAMILLE)).sort()).toEqual([...keys].sort());
  });

  test("inside a list too: admissions without their own scopes hold dates only", async () => {
    const data = await dataWith(["mesri_admissions"], "/v3/mesri/statut_etudiant/identite", LEO);
    expect(data).toEqual({ admissions: [{ date_debut: "2026-09-01", date_fin: "2027-08-31" }] });
  });

  test("the singular spelling of FranceConnect's public list unmasks nothing", async () => {
    const scopes = ["mesri_admissions", "mesri_admission_etablissement_etude"];
    const data = await dataWith(scopes, "/v3/mesri/statut_etudiant/identite", LEO);
    expect(JSON.stringify(data)).not.toContain("etablissement_etudes");
  });

  test("one level down: the dates of a civic service contract", async () => {
    const scopes = ["gip_mds_service_civique_statut_passe"];
    const data = await dataWith(scopes, "/v3/gip_mds/service_civique/identite", LEO);
    expect(data).toEqual({ statut_passe: { contrat_trouve: true } });
  });

  test("the majoration of the RSA has its own scope", async () => {
    const address = "/v3/dss/revenu_solidarite_active/identite";
    const data = await dataWith(["revenu_solidarite_active_majoration"], address, CAMILLE);
    expect(data).toEqual({ avec_majoration: null });
  });

  test("the INE came with v5 of the scholarship", async () => {
    const data = await dataWith(["cnous_ine"], "/v5/cnous/etudiant_boursier/identite", LEO);
    expect(data).toEqual({ ine: "0712345678A" });
  });

  test("the official staging's behaviour is one switch away: everything, whatever the scopes", async () => {
    const staging = await simulate({ maskByScope: false });
    const token = await signHabilitation({ jti: "staging", scopes: ["cnaf_enfants"] });
    const { body } = await staging.get(QF, CAMILLE, { headers: { Authorization: `Bearer ${token}` } });
    expect(Object.keys(body.data ?? {})).toHaveLength(4);
    await staging.close();
  });
});

test("masking never adds, never changes what it keeps, and never touches the original", () => {
  const masks = [
    ["a", "sa"],
    ["b[].c", "sc"],
    ["d.e", "se"],
  ] as const;
  fc.assert(
    fc.property(
      fc.object({ key: fc.constantFrom("a", "b", "c", "d", "e", "f") }),
      fc.subarray(["sa", "sc", "se"]),
      (data, scopes) => {
        const before = structuredClone(data);
        const masked = maskByScope(data, masks, scopes) as Record<string, unknown>;
        expect(data).toEqual(before);
        if (scopes.length === 3) expect(masked).toEqual(data);
        if (!scopes.includes("sa")) expect("a" in masked).toBe(false);
        expect(masked.f).toEqual(data.f);
      },
    ),
  );
});
