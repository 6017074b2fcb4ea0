import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Identity } from "../../src/federation/index.ts";
import { type ChecktokenDouble, startChecktokenDouble } from "../simulator/particulier/checktoken-double.ts";
import { type Simulated, simulate } from "../simulator/particulier/client.ts";
import { CAMILLE_CLAIMS } from "../simulator/particulier/people.ts";
import {
  ANGELA,
  clientOf,
  platformData,
  platformError,
  reply,
  type Script,
  type ScriptedServer,
  scriptedServer,
} from "../support/particulier.ts";

const CAMILLE: Identity = {
  familyName: "FOURNEL",
  givenNames: ["Camille", "Jeanne"],
  gender: "female",
  birthdate: "1987-05-21",
  birthplace: "33063",
  birthcountry: "99100",
};
const NOBODY: Identity = { ...ANGELA, familyName: "PERSONNE", birthdate: "1951-01-01" };

/** The ten facts that an adapter written from the OpenAPI description alone gets wrong, against the simulator as production is. */
describe("the ten facts that a naive adapter gets wrong", () => {
  let checktoken: ChecktokenDouble;
  let platform: Simulated;
  let server: ScriptedServer | undefined;
  beforeAll(async () => {
    checktoken = await startChecktokenDouble();
    platform = await simulate({ checktoken: checktoken.options });
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  afterAll(async () => {
    await platform.close();
    await checktoken.close();
  });

  const api = () => clientOf(platform.url, { token: platform.token });
  const withToken = (name: string) =>
    clientOf(platform.url, { token: platform.tokens.find((one) => one.name === name)?.token ?? "" });
  const scripted = async (script: Script) => {
    server = await scriptedServer(script);
    return clientOf(server.url);
  };

  it("1. a missing scope makes its key absent with a 200; only no scope at all is a 403", async () => {
    const partial = await withToken("quotient familial without the address").quotientFamilial({
      identity: CAMILLE,
    });
    expect(partial).toMatchObject({ outcome: "found", status: 200 });
    if (partial.outcome === "found")
      expect(Object.keys(partial.data).sort()).toEqual(["allocataires", "enfants", "quotient_familial"]);
    const none = await withToken("quotient familial without the address").primeActivite({
      identity: CAMILLE,
    });
    expect(none).toMatchObject({ outcome: "refused", status: 403 });
    expect(none.outcome === "refused" && none.operatorHint).toContain("prime_activite");
  });

  it("2. a 404 is no refusal of rights, whatever its code; 422 00355 is another thing", async () => {
    for (const code of ["23003", "10003", "35003", "36003", "37003", "40003"]) {
      const client = await scripted((_request, response) => reply(response, 404, platformError(code)));
      const answer = await client.quotientFamilial({ identity: ANGELA });
      expect(answer.outcome).toBe("not_found");
      expect(answer.outcome === "not_found" && answer.citizenMessage).toContain("ne dit rien de vos droits");
      await server?.close();
    }
    const client = await scripted((_request, response) => reply(response, 422, platformError("00355")));
    expect((await client.quotientFamilial({ identity: ANGELA })).outcome).toBe("unidentified");
  });

  it("2b. somebody without the benefit is found, with est_beneficiaire false", async () => {
    const client = await scripted((_request, response) =>
      reply(response, 200, platformData({ est_beneficiaire: false, date_debut_droit: null })),
    );
    expect(await client.primeActivite({ identity: ANGELA })).toMatchObject({
      outcome: "found",
      data: { est_beneficiaire: false },
    });
  });

  it("3. the FranceConnect token goes alone, in place of the habilitation's, and a dead one is refused by name", async () => {
    checktoken.set("young", {
      active: true,
      scope: "openid cnaf_quotient_familial cnaf_enfants",
      ...CAMILLE_CLAIMS,
    });
    const answer = await api().quotientFamilial({ accessToken: "young" });
    expect(answer.outcome).toBe("found");
    if (answer.outcome === "found")
      expect(Object.keys(answer.data).sort()).toEqual(["enfants", "quotient_familial"]);
    checktoken.set("dead", { active: false });
    expect(await api().quotientFamilial({ accessToken: "dead" })).toMatchObject({
      outcome: "refused",
      status: 401,
    });
  });

  it("4. no 429 is provoked: calls wait for their turn", async () => {
    const limited = await simulate({ limits: { perTokenPerSecond: 20, perAddressPerMinute: 1_000 } });
    const client = clientOf(limited.url, { token: limited.token });
    const statuses = await Promise.all(
      Array.from({ length: 45 }, (_, index) =>
        client.franceTravailStatut({ identifiant: `id${index}` }).then((answer) => answer.status),
      ),
    );
    expect(statuses.filter((status) => status !== 404)).toEqual([]);
    await limited.close();
  });

  it("5. a 409 is tried again, also when it was another citizen's call", async () => {
    checktoken.set("one", { active: true, scope: "cnaf_quotient_familial", ...CAMILLE_CLAIMS });
    checktoken.set("other", {
      active: true,
      scope: "cnaf_quotient_familial",
      ...CAMILLE_CLAIMS,
      family_name: "AUTRE",
    });
    const answers = await Promise.all(
      ["one", "other", "one"].map((accessToken) => api().quotientFamilial({ accessToken })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 200]);
  });

  it("6. the recipient is checked before the call, La Poste included", async () => {
    const client = await scripted((_request, response) => reply(response, 200, platformData({})));
    expect(await client.quotientFamilial({ identity: ANGELA, recipient: "12345678901234" })).toMatchObject({
      outcome: "invalid",
      code: "recipient_invalid",
    });
    expect(server?.requests).toHaveLength(0);
    expect((await client.quotientFamilial({ identity: ANGELA, recipient: "35600000000048" })).outcome).toBe(
      "found",
    );
  });

  it("7. dates that are not dates, given names as text or list, steps as text or number are kept", async () => {
    const child = { nom_naissance: "DUBOIS", prenoms: "LÉA ROSE", date_naissance: "2020-00-00", sexe: "F" };
    const client = await scripted((request, response) =>
      reply(
        response,
        200,
        platformData(
          request.url?.includes("cnous")
            ? { echelon_bourse: { echelon: 5 }, identite: { prenoms: ["ANGELA"] } }
            : { enfants: [child] },
        ),
      ),
    );
    const family = await client.quotientFamilial({ identity: ANGELA });
    expect(family).toMatchObject({ data: { enfants: [child] } });
    expect(family).not.toHaveProperty("drift");
    const student = await client.etudiantBoursier({ identity: ANGELA });
    expect(student).toMatchObject({ data: { echelon_bourse: { echelon: 5 } } });
    expect(student).not.toHaveProperty("drift");
  });

  it("8. a birth abroad is the country alone; the nom d'usage never leaves", async () => {
    const client = await scripted((_request, response) => reply(response, 200, platformData({})));
    const abroad = { ...ANGELA, birthplace: "", birthcountry: "99352", preferredUsername: "MARTIN" };
    await client.quotientFamilial({ identity: abroad });
    const query = server?.query().toString() ?? "";
    expect(query).toContain("codeCogInseePaysNaissance=99352");
    expect(query).not.toMatch(/Commune|nomUsage|MARTIN/);
  });

  it("9. a month asked for goes past the platform's cache", async () => {
    const client = await scripted((_request, response) => reply(response, 200, platformData({})));
    await client.quotientFamilial({ identity: ANGELA, params: { annee: 2026, mois: 10 } });
    expect(server?.requests[0]?.headers["cache-control"]).toBe("no-cache");
  });

  it("10. versions are per route, the content type says nothing, and `source` may be missing", async () => {
    const client = await scripted((_request, response) =>
      reply(
        response,
        404,
        { errors: [{ code: "30003", title: "T", detail: "D" }] },
        { "Content-Type": "text/plain" },
      ),
    );
    const school = { anneeScolaire: "2025-2026", codeEtablissement: "0890003V" };
    expect(await client.scolarites({ identity: ANGELA, params: school })).toMatchObject({
      outcome: "not_found",
      code: "30003",
    });
    await client.etudiantBoursier({ identity: ANGELA });
    await client.quotientFamilial({ identity: ANGELA });
    expect(server?.requests.map((request) => request.url?.slice(0, 4))).toEqual(["/v5/", "/v4/", "/v3/"]);
  });

  it("and somebody whom nobody knows is simply not found", async () => {
    expect((await api().quotientFamilial({ identity: NOBODY })).outcome).toBe("not_found");
  });
});

/** What went wrong in FormSG and Open Forms when a source of pre-filling failed. */
describe("the failure modes of pre-filling elsewhere", () => {
  let server: ScriptedServer;
  afterEach(() => server.close());

  it("a source that is down is an answer, with a message and a way on, not an exception", async () => {
    server = await scriptedServer((_request, response) => response.destroy());
    const answer = await clientOf(server.url).quotientFamilial({ identity: ANGELA });
    expect(answer.outcome).toBe("unavailable");
    expect(answer.outcome === "unavailable" && answer.citizenMessage).toMatch(
      /remplir le formulaire vous-même/,
    );
  });

  it("a source that hangs ends at the deadline, not with a 500", async () => {
    server = await scriptedServer(() => undefined);
    expect(await clientOf(server.url).quotientFamilial({ identity: ANGELA, deadline: 100 })).toMatchObject({
      outcome: "unavailable",
    });
  });

  it("an empty answer is told from a missing one: the key is absent, never an empty value", async () => {
    server = await scriptedServer((_request, response) => reply(response, 200, platformData({})));
    const answer = await clientOf(server.url).quotientFamilial({
      identity: ANGELA,
      keys: ["quotient_familial"],
    });
    expect(answer).toMatchObject({ outcome: "found", data: {} });
  });

  it("a date is handed on as it was written: nothing is normalised that a later comparison would find altered", async () => {
    const data = {
      allocataires: [{ nom_naissance: "DUBOIS", prenoms: "ANGELA", date_naissance: "1962-08-24" }],
    };
    server = await scriptedServer((_request, response) => reply(response, 200, platformData(data)));
    expect(await clientOf(server.url).quotientFamilial({ identity: ANGELA })).toMatchObject({ data });
  });

  it("another person's file is refused whole, and leaves a line for the operator without a name", async () => {
    const data = {
      allocataires: [{ nom_naissance: "AUTRE", prenoms: "PERSONNE", date_naissance: "1980-01-01" }],
      quotient_familial: { fournisseur: "CNAF", valeur: 300, annee: 2026, mois: 11 },
    };
    server = await scriptedServer((_request, response) => reply(response, 200, platformData(data)));
    const answer = await clientOf(server.url).quotientFamilial({ identity: ANGELA, citizen: ANGELA });
    expect(answer).toMatchObject({ outcome: "unidentified", code: "identity_mismatch" });
    expect(JSON.stringify(answer)).not.toMatch(/AUTRE|PERSONNE|300/);
  });

  it("the comparison also works when the form did not ask for the people: they are compared, then left out", async () => {
    const people = [{ nom_naissance: "DUBOIS", prenoms: "ANGELA CLAIRE", date_naissance: "1962-08-24" }];
    server = await scriptedServer((_request, response) =>
      reply(response, 200, platformData({ allocataires: people, quotient_familial: null })),
    );
    const answer = await clientOf(server.url).quotientFamilial({
      identity: ANGELA,
      citizen: ANGELA,
      keys: ["quotient_familial"],
    });
    expect(answer).toMatchObject({
      outcome: "found",
      data: { quotient_familial: null },
      identityCheck: "same",
    });
    expect(answer.outcome === "found" && answer.data).not.toHaveProperty("allocataires");
  });

  it("a comparison that cannot be made is said to be so, never passed", async () => {
    server = await scriptedServer((_request, response) =>
      reply(response, 200, platformData({ quotient_familial: null })),
    );
    const answer = await clientOf(server.url).quotientFamilial({ identity: ANGELA, citizen: ANGELA });
    expect(answer).toMatchObject({ outcome: "found", identityCheck: "unverifiable" });
  });

  it("the holder of a vehicle is compared as the platform did and as we do", async () => {
    const holder = {
      nom: "DUBOIS",
      prenom: "ANGELA",
      annee_date_naissance: 1962,
      mois_date_naissance: 8,
      jour_date_naissance: 24,
    };
    const matching = (overall_match: boolean) => ({
      identity_matching: { family_name: 1, given_name: 1, birth_date: 1, overall_match },
    });
    let agrees = true;
    let data = { identite_particulier: holder };
    server = await scriptedServer((_request, response) =>
      reply(response, 200, platformData(data, matching(agrees))),
    );
    const ask = () =>
      clientOf(server.url).extraitImmatriculationVehicule({
        accessToken: "citizen",
        immatriculation: "AA-123-BB",
        citizen: ANGELA,
      });
    expect(await ask()).toMatchObject({ outcome: "found", identityCheck: "same" });
    data = { identite_particulier: { ...holder, annee_date_naissance: 1932 } };
    expect(await ask()).toMatchObject({ outcome: "unidentified", code: "identity_mismatch" });
    data = { identite_particulier: holder };
    agrees = false;
    expect(await ask()).toMatchObject({ outcome: "unidentified", code: "identity_mismatch" });
  });
});
