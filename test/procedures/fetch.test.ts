import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { apiParticulier } from "../../src/particulier/index.ts";
import {
  defineProcedure,
  emptyState,
  type FetchOptions,
  fetchSources,
  fill,
  type SourceDeclaration,
  type SourceSnapshot,
} from "../../src/procedures/index.ts";
import { RECIPIENT, reply, type ScriptedServer, scriptedServer } from "../support/particulier.ts";
import { ANGELA, CAF_DATA, declaration, NOW } from "../support/procedure.ts";

const angela = {
  nom_naissance: "DUBOIS",
  prenoms: "ANGELA CLAIRE LOUISE",
  date_naissance: "1962-08-24",
  sexe: "F",
};
const family = { ...CAF_DATA, allocataires: [angela], inutile: "oublié" };

const procedure = defineProcedure(declaration());
const two = defineProcedure(
  declaration({
    useCase: "ccas",
    sources: {
      ...declaration().sources,
      rsa: {
        route: "revenu-solidarite-active",
        keys: ["est_beneficiaire"],
        why: "connaître vos droits",
        ifMissing: { declaration: "Je certifie" },
      },
    },
    steps: [
      ...declaration().steps,
      {
        slug: "rsa",
        title: "RSA",
        fields: [{ name: "rsa", kind: "yes-no", label: "RSA", from: "rsa.est_beneficiaire" }],
      },
    ],
  }),
);

/** How each route of this test's platform answers; the rest is 404. */
let answers: Record<string, () => { status: number; body: unknown; after?: number } | undefined>;
let platform: ScriptedServer;

beforeEach(async () => {
  answers = {
    quotient_familial: () => ({ status: 200, body: { data: family, links: {}, meta: {} } }),
    revenu_solidarite_active: () => ({
      status: 200,
      body: { data: { est_beneficiaire: false }, links: {}, meta: {} },
    }),
  };
  platform = await scriptedServer((request, response) => {
    const route = Object.keys(answers).find((name) => request.url?.includes(name)) ?? "";
    const answer = answers[route]?.();
    if (answer === undefined) return;
    setTimeout(() => reply(response, answer.status, answer.body), answer.after ?? 0);
  });
});
afterEach(() => platform.close());

const failure = (status: number, code: string) => ({
  status,
  body: { errors: [{ code, title: "x", detail: "x", meta: { provider: "CNAF" } }] },
});

const fetchFor = (what: typeof procedure, options: Partial<FetchOptions> = {}) =>
  fetchSources(what, {
    citizen: ANGELA,
    api: apiParticulier({ url: platform.url, token: "habilitation", recipient: RECIPIENT, deadline: 3000 }),
    deadline: 5000,
    now: () => NOW,
    ...options,
  });

describe("what came in time", () => {
  test("holds the declared keys only, with who, when and which request", async () => {
    const { qf } = await fetchFor(procedure);
    expect(qf?.state).toMatchObject({ state: "received", at: NOW.toISOString(), provider: "CNAF" });
    expect(Object.keys(qf?.data ?? {}).sort()).toEqual(["adresse", "enfants", "quotient_familial"]);
    expect(qf?.provenance).toMatchObject({
      source: "api-particulier",
      provider: "CNAF",
      route: "quotient-familial",
    });
  });

  test("fills the form", async () => {
    const sources = await fetchFor(procedure);
    const { fields } = fill(procedure, { ...emptyState(procedure, ANGELA), sources });
    expect(fields.find(({ name }) => name === "quotient")?.value).toBe(1045);
  });

  test("is asked with the citizen's own token while there is one, and with their identity otherwise", async () => {
    await fetchFor(procedure, { accessToken: "jeton" });
    expect(platform.requests.at(-1)?.url).toMatch(/\/france_connect\?/);
    expect(platform.requests.at(-1)?.headers.authorization).toBe("Bearer jeton");
    await fetchFor(procedure);
    expect(platform.requests.at(-1)?.url).toMatch(/\/identite\?.*nomNaissance=DUBOIS/);
  });

  test("is never asked with a FranceConnect+ token, which opens no data", async () => {
    await fetchFor(procedure, {
      accessToken: "jeton",
      citizen: { ...ANGELA, platform: "franceconnect-plus" },
    });
    expect(platform.requests.at(-1)?.url).toMatch(/\/identite\?/);
  });

  test("goes to the recipient that is asked for", async () => {
    await fetchFor(procedure, { recipient: "13002526500013" });
    expect(platform.query().get("recipient")).toBe("13002526500013");
  });
});

describe("an answer about somebody else", () => {
  const someone = { ...angela, nom_naissance: "MARTIN", prenoms: "PAUL", date_naissance: "1980-01-01" };

  test("is not used at all", async () => {
    answers.quotient_familial = () => ({
      status: 200,
      body: { data: { ...family, allocataires: [someone] } },
    });
    const { qf } = await fetchFor(procedure);
    expect(qf?.state.state).toBe("unidentified");
    expect(qf?.data).toBeUndefined();
  });

  test("or about nobody is not used either, and the operator is told which scope is missing", async () => {
    answers.quotient_familial = () => ({ status: 200, body: { data: { ...CAF_DATA } } });
    const said: string[] = [];
    const logger = { warn: (_: object, message: string) => said.push(message), error: () => {} };
    const { qf } = await fetchFor(procedure, { logger });
    expect(qf?.state.state).toBe("unidentified");
    expect(said.join()).toMatch(/scope that shows people/);
  });

  test("or about nobody is used where the declaration says why that is acceptable", async () => {
    answers.quotient_familial = () => ({ status: 200, body: { data: { ...CAF_DATA } } });
    const qf = declaration().sources.qf as SourceDeclaration;
    const trusting = defineProcedure(
      declaration({ sources: { qf: { ...qf, allowUncheckedIdentity: "le jeton FranceConnect suffit" } } }),
    );
    expect((await fetchFor(trusting)).qf?.state.state).toBe("received");
  });
});

describe("each source fails alone", () => {
  test.each([
    [404, "37003", "not_found"],
    [422, "00355", "unidentified"],
    [403, "00100", "unavailable"],
  ])("%i %s is « %s »", async (status, code, state) => {
    answers.quotient_familial = () => failure(status, code);
    const { qf, rsa } = await fetchFor(two);
    expect(qf?.state.state).toBe(state);
    expect(rsa?.state.state).toBe("received");
  });

  test("an identity that cannot be looked up is « unidentified »: trying again would not help", async () => {
    const { birthcountry: _country, birthplace: _place, ...european } = ANGELA.identity;
    const { qf } = await fetchFor(procedure, { citizen: { ...ANGELA, identity: european } });
    expect(qf?.state.state).toBe("unidentified");
    expect(platform.requests).toHaveLength(0);
  });

  test("an answer that is not even JSON is « unavailable »", async () => {
    answers.quotient_familial = () => ({ status: 200, body: "<html>" });
    expect((await fetchFor(procedure)).qf?.state.state).toBe("unavailable");
  });

  test("a client that throws costs nobody anything", async () => {
    const api = { call: () => Promise.reject(new TypeError("defect about DUBOIS")) };
    const said: object[] = [];
    const logger = { warn: () => {}, error: (details: object) => said.push(details) };
    expect((await fetchFor(procedure, { api, logger })).qf?.state.state).toBe("unavailable");
    expect(said).toEqual([{ route: "quotient-familial", error: "TypeError" }]);
  });
});

describe("the deadline", () => {
  test("leaves a late source pending, and settles it once when it comes", async () => {
    answers.quotient_familial = () => ({ status: 200, body: { data: family }, after: 400 });
    let settled: (value: [string, SourceSnapshot]) => void = () => {};
    const late = new Promise<[string, SourceSnapshot]>((resolve) => {
      settled = resolve;
    });
    const sources = await fetchFor(two, {
      deadline: 150,
      onSettled: (name, snapshot) => settled([name, snapshot]),
    });
    expect(sources.qf?.state).toEqual({ state: "pending", since: NOW.toISOString() });
    expect(sources.rsa?.state.state).toBe("received");
    expect(await late).toMatchObject(["qf", { state: { state: "received" } }]);
  });

  test("a late source that cannot be kept is logged, and nothing is thrown", async () => {
    answers.quotient_familial = () => ({ status: 200, body: { data: family }, after: 100 });
    const logged = new Promise<string>((resolve) => {
      const logger = { warn: () => {}, error: (_: object, message: string) => resolve(message) };
      const onSettled = () => Promise.reject(new Error("database lost"));
      void fetchFor(procedure, { deadline: 10, onSettled, logger });
    });
    expect(await logged).toMatch(/could not be kept/);
  });

  test("an abort settles every source as unavailable", async () => {
    answers.quotient_familial = () => undefined;
    const controller = new AbortController();
    const sources = fetchFor(procedure, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect((await sources).qf?.state.state).toBe("unavailable");
  });
});

describe("what cannot be asked now", () => {
  const parking = defineProcedure(
    declaration({
      useCase: "stationnement-residentiel",
      sources: {
        vehicule: {
          route: "extrait-immatriculation-vehicule",
          keys: ["statut_rattachement"],
          why: "vérifier le véhicule",
          needs: { immatriculation: "plaque" },
          ifMissing: { document: "Carte grise" },
        },
      },
      steps: [
        {
          slug: "plaque",
          title: "Plaque",
          fields: [{ name: "plaque", kind: "plate", label: "Plaque" }],
        },
        {
          slug: "suite",
          title: "Suite",
          fields: [{ name: "statut", kind: "text", label: "Statut", from: "vehicule.statut_rattachement" }],
        },
      ],
    }),
  );
  const plaque = { plaque: "AB-123-CD" };

  test("waits for the answer that it needs", async () => {
    expect((await fetchFor(parking, { accessToken: "jeton" })).vehicule?.state.state).toBe("answers_needed");
  });

  test("waits for a login when only the citizen's token opens it", async () => {
    expect((await fetchFor(parking, { answers: plaque })).vehicule?.state.state).toBe("login_needed");
    expect(platform.requests).toHaveLength(0);
  });

  test("is asked with both, for that plate", async () => {
    answers.extrait_immatriculation = () => ({
      status: 200,
      body: {
        data: { statut_rattachement: "titulaire" },
        meta: { identity_matching: { overall_match: true } },
      },
    });
    const { vehicule } = await fetchFor(parking, { answers: plaque, accessToken: "jeton" });
    expect(platform.query().get("immatriculation")).toBe("AB-123-CD");
    expect(vehicule).toMatchObject({
      state: { state: "received" },
      data: { statut_rattachement: "titulaire" },
    });
  });

  test("waits for a login when there is no habilitation at all", async () => {
    const api = apiParticulier({ url: platform.url, recipient: RECIPIENT });
    expect((await fetchFor(procedure, { api })).qf?.state.state).toBe("login_needed");
  });

  test("a retry asks for the named sources only", async () => {
    expect(Object.keys(await fetchFor(two, { only: ["rsa"] }))).toEqual(["rsa"]);
    expect(platform.requests).toHaveLength(1);
  });
});
