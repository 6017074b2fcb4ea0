import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Identity } from "../../../src/federation/index.ts";
import type { ApiParticulier } from "../../../src/particulier/index.ts";
import {
  ANGELA,
  clientOf,
  platformData,
  platformError,
  RECIPIENT,
  reply,
  type ScriptedServer,
  scriptedServer,
} from "../../support/particulier.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const YOUNG = new Date(NOW.getTime() - 10_000);
const OLD = new Date(NOW.getTime() - 59_000);

let server: ScriptedServer;
let api: ApiParticulier;
let status = 200;
beforeEach(async () => {
  status = 200;
  server = await scriptedServer((request, response) => {
    const refuses = status !== 200 && request.url?.includes("/france_connect");
    if (refuses) reply(response, status, platformError("00000"));
    else reply(response, 200, platformData({}));
  });
  api = clientOf(server.url, { now: () => NOW });
});
afterEach(() => server.close());

const paths = () => server.requests.map((request) => new URL(request.url ?? "", server.url).pathname);
const bearers = () => server.requests.map((request) => request.headers.authorization);

describe("the mode of a call", () => {
  it("is the identity's, with the habilitation's token, when there is only an identity", async () => {
    await api.quotientFamilial({ identity: ANGELA });
    expect(paths()).toEqual(["/v3/dss/quotient_familial/identite"]);
    expect(bearers()).toEqual(["Bearer habilitation"]);
  });

  it("is FranceConnect's, with the citizen's token and no identity, while that token is young", async () => {
    await api.quotientFamilial({ identity: ANGELA, accessToken: "citizen", issuedAt: YOUNG });
    expect(paths()).toEqual(["/v3/dss/quotient_familial/france_connect"]);
    expect(bearers()).toEqual(["Bearer citizen"]);
    expect([...server.query().keys()]).toEqual(["recipient"]);
  });

  it("is the identity's again once the citizen's token is about to die", async () => {
    await api.quotientFamilial({ identity: ANGELA, accessToken: "citizen", issuedAt: OLD });
    expect(bearers()).toEqual(["Bearer habilitation"]);
  });

  it("is the identity's for keys that no FranceConnect token unmasks", async () => {
    await api.etudiantBoursier({
      identity: ANGELA,
      accessToken: "citizen",
      issuedAt: YOUNG,
      keys: ["identite"],
    });
    expect(paths()).toEqual(["/v4/cnous/etudiant_boursier/identite"]);
  });

  it("is the student's number when there is one", async () => {
    await api.statutEtudiant({ identity: ANGELA, ine: "0123456789G" });
    expect(paths()).toEqual(["/v3/mesri/statut_etudiant/ine"]);
    expect(server.query().get("ine")).toBe("0123456789G");
  });

  it.each([401, 403, 422])(
    "falls back on the identity's when FranceConnect's is answered %i",
    async (refusal) => {
      status = refusal;
      const answer = await api.quotientFamilial({ identity: ANGELA, accessToken: "citizen" });
      expect(answer.outcome).toBe("found");
      expect(bearers()).toEqual(["Bearer citizen", "Bearer habilitation"]);
    },
  );

  it("falls back at once, without retrying, when it is FranceConnect that is down", async () => {
    const down = await scriptedServer((request, response) =>
      request.url?.includes("/france_connect")
        ? reply(response, 502, platformError("51999"))
        : reply(response, 200, platformData({})),
    );
    const answer = await clientOf(down.url).quotientFamilial({ identity: ANGELA, accessToken: "citizen" });
    expect([answer.outcome, down.requests.length]).toEqual(["found", 2]);
    await down.close();
  });

  it("does not wait for a turn that comes after the citizen's token has died", async () => {
    const hurried = clientOf(server.url, { now: () => NOW, quotas: { franceConnectPerMinute: 1 } });
    const young = { accessToken: "citizen", issuedAt: YOUNG, deadline: 120_000 };
    await hurried.quotientFamilial(young);
    expect(await hurried.quotientFamilial(young)).toMatchObject({ code: "quota_wait" });
    expect(await hurried.quotientFamilial({ ...young, identity: ANGELA })).toMatchObject({
      outcome: "found",
    });
  });

  it("does not fall back on a 404: the person was recognised", async () => {
    status = 404;
    const answer = await api.quotientFamilial({ identity: ANGELA, accessToken: "citizen" });
    expect(answer.outcome).toBe("not_found");
    expect(server.requests).toHaveLength(1);
  });

  it("does not trust a clock that runs behind to lengthen a token's life", async () => {
    const future = new Date(NOW.getTime() + 300_000);
    await api.quotientFamilial({ identity: ANGELA, accessToken: "citizen", issuedAt: future });
    expect(bearers()).toEqual(["Bearer citizen"]);
  });
});

describe("a call that cannot be made is answered without being made", () => {
  const cases: [string, () => Promise<{ outcome: string; code?: string }>, string, string][] = [
    [
      "an expired token and no habilitation",
      () => withoutToken().quotientFamilial({ accessToken: "citizen", issuedAt: OLD }),
      "refused",
      "access_token_expired",
    ],
    [
      "an identity and no habilitation",
      () => withoutToken().quotientFamilial({ identity: ANGELA }),
      "refused",
      "token_missing",
    ],
    ["nobody designated", () => api.quotientFamilial({}), "invalid", "designation_missing"],
    [
      "a designation of another route",
      () => api.quotientFamilial({ ine: "0123456789G" }),
      "invalid",
      "designation_missing",
    ],
    [
      "FranceConnect for a pupil",
      () => api.scolarites({ accessToken: "citizen" }),
      "invalid",
      "designation_missing",
    ],
    [
      "a version that does not exist",
      () => api.quotientFamilial({ identity: ANGELA, version: "v5" }),
      "invalid",
      "version_unknown",
    ],
    [
      "a key that does not exist",
      () => api.quotientFamilial({ identity: ANGELA, keys: ["revenu_fiscal"] }),
      "invalid",
      "key_unknown",
    ],
    [
      "an unknown parameter",
      () => api.quotientFamilial({ identity: ANGELA, params: { mios: 3 } }),
      "invalid",
      "parameter_unknown",
    ],
    [
      "a month that is none",
      () => api.quotientFamilial({ identity: ANGELA, params: { annee: 2026, mois: 13 } }),
      "invalid",
      "parameter_invalid",
    ],
    ["a malformed INE", () => api.statutEtudiant({ ine: "12" }), "invalid", "parameter_invalid"],
    [
      "a vehicle without its plate",
      () => api.extraitImmatriculationVehicule({ accessToken: "citizen" }),
      "invalid",
      "parameter_missing",
    ],
    [
      "a pupil without a school",
      () => api.scolarites({ identity: ANGELA, params: { anneeScolaire: "2025" } }),
      "invalid",
      "parameter_missing",
    ],
    [
      "a pupil with a school and a région",
      () =>
        api.scolarites({
          identity: ANGELA,
          params: { anneeScolaire: "2025", codeEtablissement: "0890003V", codesBcnRegions: ["10"] },
        }),
      "invalid",
      "parameter_invalid",
    ],
    [
      "a région without the degree of teaching",
      () => api.scolarites({ identity: ANGELA, params: { anneeScolaire: "2025", codesBcnRegions: ["10"] } }),
      "invalid",
      "parameter_missing",
    ],
    [
      "a bad SIRET",
      () => api.quotientFamilial({ identity: ANGELA, recipient: "21330063500018" }),
      "invalid",
      "recipient_invalid",
    ],
    [
      "a token with a line break",
      () => clientOf(server.url, { token: "a\r\nX-Evil: 1" }).quotientFamilial({ identity: ANGELA }),
      "refused",
      "token_malformed",
    ],
    [
      "an identity without a family name",
      () => api.quotientFamilial({ identity: { ...ANGELA, familyName: "" } }),
      "invalid",
      "identity_incomplete",
    ],
    [
      "an identity without a given name",
      () => api.quotientFamilial({ identity: { ...ANGELA, givenNames: [] } }),
      "invalid",
      "identity_incomplete",
    ],
    [
      "a name of which no letter is accepted",
      () => api.quotientFamilial({ identity: { ...ANGELA, familyName: "李" } }),
      "invalid",
      "identity_incomplete",
    ],
    [
      "an unspecified gender where one is required",
      () => api.quotientFamilial({ identity: { ...ANGELA, gender: "unspecified" } }),
      "invalid",
      "identity_incomplete",
    ],
    [
      "a European identity without a birth place",
      () => api.quotientFamilial({ identity: european() }),
      "invalid",
      "identity_incomplete",
    ],
    [
      "a presumed birth date where a full one is required",
      () => api.statutEtudiant({ identity: { ...ANGELA, birthdate: "1992-00-00" } }),
      "invalid",
      "birthdate_partial",
    ],
    [
      "an empty object from a caller without types",
      () => api.quotientFamilial({ identity: {} as Identity }),
      "invalid",
      "identity_incomplete",
    ],
  ];

  const withoutToken = () =>
    clientOf(server.url, { now: () => NOW }).withHabilitation({ recipient: RECIPIENT });
  const european = (): Identity => {
    const { birthplace: _place, birthcountry: _country, ...rest } = ANGELA;
    return rest;
  };

  it.each(cases)("%s", async (_what, ask, outcome, code) => {
    const answer = await ask();
    expect(answer).toMatchObject({
      outcome,
      code,
      operatorHint: expect.any(String),
      citizenMessage: expect.any(String),
    });
    expect(server.requests).toHaveLength(0);
  });

  it("also for callers without types: no request, no such route", async () => {
    const untyped = api as unknown as { call(route: string, request?: object): Promise<object> };
    expect(await untyped.call("quotient-familial")).toMatchObject({
      outcome: "invalid",
      code: "designation_missing",
    });
    expect(await untyped.call("impots", {})).toMatchObject({ outcome: "invalid", code: "route_unknown" });
  });

  it("names the parameter at fault and never its value", async () => {
    const answer = await api.quotientFamilial({ identity: { ...ANGELA, givenNames: [] } });
    const text = JSON.stringify(answer);
    expect(text).toContain("prenoms");
    expect(text).not.toMatch(/DUBOIS|1962|75107/);
  });
});

describe("the parameters of an identity", () => {
  const sent = async (identity: Partial<Identity>) => {
    await api.quotientFamilial({ identity: { ...ANGELA, ...identity } });
    return Object.fromEntries([...server.query().keys()].map((key) => [key, server.query().getAll(key)]));
  };

  it("are those of the identité pivot, one pair of brackets per given name", async () => {
    expect(await sent({})).toEqual({
      nomNaissance: ["DUBOIS"],
      "prenoms[]": ["Angela", "Claire", "Louise"],
      anneeDateNaissance: ["1962"],
      moisDateNaissance: ["8"],
      jourDateNaissance: ["24"],
      sexeEtatCivil: ["F"],
      codeCogInseePaysNaissance: ["99100"],
      codeCogInseeCommuneNaissance: ["75107"],
      recipient: [RECIPIENT],
    });
  });

  it("never contain the nom d'usage", async () => {
    expect(JSON.stringify(await sent({ preferredUsername: "MARTIN" }))).not.toContain("MARTIN");
  });

  it("are the country alone for a birth abroad", async () => {
    const query = await sent({ birthplace: "", birthcountry: "99352" });
    expect(query).toMatchObject({ codeCogInseePaysNaissance: ["99352"] });
    expect(query).not.toHaveProperty("codeCogInseeCommuneNaissance");
  });

  it("are the known part of a presumed birth date, where that is accepted", async () => {
    const query = await sent({ birthdate: "1992-00-00" });
    expect(query).toMatchObject({ anneeDateNaissance: ["1992"] });
    expect(query).not.toHaveProperty("moisDateNaissance");
  });

  it("are three given names at most, and exactly one for MESRI", async () => {
    await api.quotientFamilial({ identity: { ...ANGELA, givenNames: ["A", "B", "C", "D"] } });
    expect(server.query().getAll("prenoms[]")).toEqual(["A", "B", "C"]);
    await api.statutEtudiant({ identity: ANGELA });
    expect(server.query().getAll("prenoms[]")).toEqual(["Angela"]);
  });

  it("hold the country's code in place of the commune for MESRI, which has no parameter for the country", async () => {
    await api.statutEtudiant({ identity: { ...ANGELA, birthplace: "", birthcountry: "99352" } });
    expect(server.query().get("codeCogInseeCommuneNaissance")).toBe("99352");
  });

  it("leave the commune out where the country of birth is all that is known", async () => {
    expect(await sent({ birthplace: "" })).not.toHaveProperty("codeCogInseeCommuneNaissance");
  });

  it("give way to what the caller states", async () => {
    await api.quotientFamilial({
      identity: ANGELA,
      params: { annee: 2026, mois: 3, "prenoms[]": ["Angela"] },
    });
    expect(server.query().getAll("prenoms[]")).toEqual(["Angela"]);
    expect(server.query().get("mois")).toBe("3");
  });

  it("ask past the platform's cache when a month is stated: its cache does not know months", async () => {
    await api.quotientFamilial({ accessToken: "citizen", params: { annee: 2026, mois: 3 } });
    expect(server.requests[0]?.headers["cache-control"]).toBe("no-cache");
    await api.quotientFamilial({ accessToken: "citizen" });
    expect(server.requests[1]?.headers["cache-control"]).not.toBe("no-cache");
  });
});
