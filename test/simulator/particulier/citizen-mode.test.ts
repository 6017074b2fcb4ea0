import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ROUTES } from "../../../src/simulator/particulier/routes/index.ts";
import { type ChecktokenDouble, startChecktokenDouble } from "./checktoken-double.ts";
import { type Reply, type Simulated, simulate } from "./client.ts";
import { CAMILLE_CLAIMS, QF, QF_CITIZEN } from "./people.ts";

let checktoken: ChecktokenDouble;
let api: Simulated;
beforeAll(async () => {
  checktoken = await startChecktokenDouble();
  api = await simulate({ checktoken: checktoken.options, now: () => new Date("2026-11-20T10:00:00Z") });
});
afterAll(async () => {
  await api.close();
  await checktoken.close();
});

const QF_SCOPES = "openid identite_pivot cnaf_quotient_familial cnaf_allocataires cnaf_enfants cnaf_adresse";
const citizen = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const codes = ({ status, body }: Reply) => [status, body.errors?.[0]?.code];

beforeEach(() => {
  checktoken.set("camille", { active: true, scope: QF_SCOPES, ...CAMILLE_CLAIMS });
});

describe("With the citizen's access token", () => {
  test("only the recipient is sent: the identity comes from FranceConnect", async () => {
    const { status, body } = await api.get(QF_CITIZEN, {}, citizen("camille"));
    expect(status).toBe(200);
    expect(body.data?.quotient_familial).toMatchObject({ fournisseur: "CNAF", annee: 2026, mois: 11 });
  });

  test("FranceConnect is asked with the data provider's own credentials", async () => {
    await api.get(QF_CITIZEN, {}, citizen("camille"));
    expect(checktoken.asked.at(-1)).toEqual({
      token: "camille",
      client_id: "fd",
      client_secret: "fd-secret",
    });
  });

  test("an identity in the query does not replace the citizen's", async () => {
    const query = { nomNaissance: "LACAZE", prenoms: ["BAPTISTE"], anneeDateNaissance: 1983 };
    const { body } = await api.get(QF_CITIZEN, query, citizen("camille"));
    expect(JSON.stringify(body.data?.allocataires)).toContain("FOURNEL");
  });

  test("an `_identite` scope is dropped: the student's identity stays out", async () => {
    checktoken.set("leo", {
      active: true,
      scope: "openid mesri_identite mesri_admissions mesri_admission_inscrit",
      family_name: "GARNIER",
      given_name: "Léo Antoine",
      birthdate: "2005-09-14",
      gender: "male",
      birthplace: "63113",
      birthcountry: "99100",
    });
    const { body } = await api.get("/v3/mesri/statut_etudiant/france_connect", {}, citizen("leo"));
    expect(Object.keys(body.data ?? {})).toEqual(["admissions"]);
  });

  test("scopes the citizen did not grant are masked like any others", async () => {
    checktoken.set("partial", { active: true, scope: "openid cnaf_enfants", ...CAMILLE_CLAIMS });
    const { body } = await api.get(QF_CITIZEN, {}, citizen("partial"));
    expect(Object.keys(body.data ?? {})).toEqual(["enfants"]);
  });
});

describe("A token that is refused", () => {
  test("unknown, expired or revoked: 401 51502", async () => {
    checktoken.set("dead", { active: false });
    const reply = await api.get(QF_CITIZEN, {}, citizen("dead"));
    expect(codes(reply)).toEqual([401, "51502"]);
    expect(reply.body.errors?.[0]?.meta).toEqual({ provider: "FranceConnect" });
  });

  test("the habilitation's JWT in place of the citizen's token: the same 401", async () => {
    expect(codes(await api.get(QF_CITIZEN, {}, citizen(api.token)))).toEqual([401, "51502"]);
  });

  test("the citizen's token on /identite: 401 of the platform", async () => {
    expect(codes(await api.get(QF, {}, citizen("camille")))).toEqual([401, "00101"]);
  });

  test("malformed, says FranceConnect: 401 51501", async () => {
    checktoken.set("bad", { error: "invalid_request", status: 400 });
    expect(codes(await api.get(QF_CITIZEN, {}, citizen("bad")))).toEqual([401, "51501"]);
  });

  test("none at all: 401 51504", async () => {
    expect(codes(await api.get(QF_CITIZEN, {}, { headers: { Authorization: "" } }))).toEqual([401, "51504"]);
  });

  test("without any scope of the endpoint: 403", async () => {
    checktoken.set("openid", { active: true, scope: "openid identite_pivot", ...CAMILLE_CLAIMS });
    expect(codes(await api.get(QF_CITIZEN, {}, citizen("openid")))).toEqual([403, "00100"]);
  });
});

describe("An identity that is not enough is refused before the scopes", () => {
  test.each([
    ["no family name", { family_name: undefined }, "00420"],
    ["no given name", { given_name: undefined }, "00421"],
    ["no birth date", { birthdate: undefined }, "00422"],
    ["a presumed month", { birthdate: "1992-00-00" }, "00423"],
    ["a presumed day", { birthdate: "1992-11-00" }, "00424"],
    ["letters the platform does not take", { family_name: "O’ÇÉLËSTIN" }, "00420"],
  ])("%s", async (_what, claims, code) => {
    checktoken.set("poor", { active: true, scope: "openid", ...CAMILLE_CLAIMS, ...claims });
    expect(codes(await api.get(QF_CITIZEN, {}, citizen("poor")))).toEqual([422, code]);
  });

  test("no country of birth is found out by the route itself", async () => {
    checktoken.set("european", {
      active: true,
      scope: QF_SCOPES,
      ...CAMILLE_CLAIMS,
      birthcountry: undefined,
    });
    expect(codes(await api.get(QF_CITIZEN, {}, citizen("european")))).toEqual([422, "00400"]);
  });

  test("an empty place of birth abroad is no obstacle", async () => {
    const abroad = { family_name: "BENALI", given_name: "Karim", birthdate: "1978-01-15", gender: "male" };
    const place = { birthplace: "", birthcountry: "99352" };
    checktoken.set("karim", { active: true, scope: QF_SCOPES, ...abroad, ...place });
    expect((await api.get(QF_CITIZEN, {}, citizen("karim"))).status).toBe(200);
  });
});

describe("When FranceConnect cannot be believed", () => {
  test.each([
    ["it is down", { url: "http://127.0.0.1:9/checktoken" }],
    ["its keys cannot be read", { jwksUrl: "http://127.0.0.1:9/jwks" }],
    ["the answer is signed for another issuer", { issuer: "https://elsewhere.example" }],
    ["the answer is for another data provider", { clientId: "another" }],
  ])("%s: 502 51999", async (_what, wrong) => {
    const other = await simulate({ checktoken: { ...checktoken.options, ...wrong } });
    expect(codes(await other.get(QF_CITIZEN, {}, citizen("camille")))).toEqual([502, "51999"]);
    await other.close();
  });

  test("it refuses the data provider: the citizen's token is called unknown", async () => {
    checktoken.set("x", { error: "invalid_client", status: 401 });
    expect(codes(await api.get(QF_CITIZEN, {}, citizen("x")))).toEqual([401, "51502"]);
  });

  test("it fails: 502", async () => {
    checktoken.set("x", { error: "server_error", status: 500 });
    expect(codes(await api.get(QF_CITIZEN, {}, citizen("x")))).toEqual([502, "51999"]);
  });
});

describe("The vehicle", () => {
  const VEHICLE = "/v3/ants/extrait_immatriculation_vehicule/france_connect";
  const scope = ROUTES.find(({ path }) => path.startsWith("ants/"))?.scopes.join(" ") ?? "";
  beforeEach(() => checktoken.set("driver", { active: true, scope, ...CAMILLE_CLAIMS }));

  test("is found by its plate, and says how well the citizen matches its holder", async () => {
    const { body } = await api.get(VEHICLE, { immatriculation: "HB-208-EL" }, citizen("driver"));
    expect(body).toMatchObject({
      data: { statut_rattachement: "titulaire", identite_particulier: { nom: "FOURNEL" } },
      meta: { identity_matching: { family_name: 1, given_name: 1, birth_date: 1, overall_match: true } },
    });
  });

  test("of somebody else is a 404, not an answer", async () => {
    const reply = await api.get(VEHICLE, { immatriculation: "GA-417-PS" }, citizen("driver"));
    expect(codes(reply)).toEqual([404, "42005"]);
    expect(JSON.stringify(reply.body)).not.toContain("VASSEUR");
  });

  test("that nobody knows has another code", async () => {
    const reply = await api.get(VEHICLE, { immatriculation: "ZZ-999-ZZ" }, citizen("driver"));
    expect(codes(reply)).toEqual([404, "42003"]);
  });

  test("cannot be asked without its plate", async () => {
    expect(codes(await api.get(VEHICLE, {}, citizen("driver")))).toEqual([422, "00430"]);
  });
});

test("two citizens who ask the same endpoint for the same recipient at once can collide", async () => {
  const personas = [{ id: "slow", claims: CAMILLE_CLAIMS, particulier: { delayMs: 1000 } }];
  const slow = await simulate({ checktoken: checktoken.options, personas });
  checktoken.set("baptiste", {
    active: true,
    scope: QF_SCOPES,
    ...CAMILLE_CLAIMS,
    family_name: "LACAZE",
    given_name: "Baptiste Urbain",
    birthdate: "1983-02-08",
  });
  const first = slow.get(QF_CITIZEN, {}, citizen("camille"));
  await expect.poll(() => checktoken.asked.at(-1)?.token).toBe("camille");
  const second = await slow.get(QF_CITIZEN, {}, citizen("baptiste"));
  expect([(await first).status, second.status].sort()).toEqual([200, 409]);
  await slow.close();
});
