import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Simulator, SimulatorClient } from "../../../src/simulator/index.ts";
import { authorizeUrl, exchange, startOnFreePorts } from "../../support/simulator.ts";
import { SimulatorBrowser } from "../../support/simulator-browser.ts";
import { RECIPIENT } from "./client.ts";

const SCOPE =
  "openid given_name family_name gender birthdate birthplace birthcountry cnaf_quotient_familial cnaf_enfants mesri_identite mesri_admissions";

let simulator: Simulator;
let now = new Date();
beforeAll(async () => {
  simulator = await startOnFreePorts({ now: () => now });
});
afterAll(() => simulator.close());

/** A whole login at the simulated FranceConnect; answers the access token. */
async function logIn(persona: string): Promise<string> {
  const { issuer, clients } = simulator.franceconnect;
  const client = clients[0] as SimulatorClient;
  await fetch(new URL("/__simulator/config", issuer), {
    method: "PUT",
    body: JSON.stringify({ auto: persona }),
  });
  const callback = await new SimulatorBrowser().visit(authorizeUrl(issuer, client, { scope: SCOPE }));
  const { body } = await exchange(issuer, client, callback.url);
  return String(body.access_token);
}

async function ask(accessToken: string, path = "/v3/dss/quotient_familial/france_connect") {
  const url = `${simulator.apiParticulier.url}${path}?recipient=${RECIPIENT}`;
  const response = await fetch(url, { headers: { Authorization: `Bearer ${accessToken}` } });
  const body = (await response.json()) as { data?: Record<string, unknown>; errors?: { code: string }[] };
  return { status: response.status, data: body.data, code: body.errors?.[0]?.code };
}

describe("With the access token of a real login at the simulated FranceConnect", () => {
  test("the family's quotient familial comes back, masked by what the login asked for", async () => {
    const { status, data } = await ask(await logIn("famille"));
    expect(status).toBe(200);
    expect(Object.keys(data ?? {}).sort()).toEqual(["enfants", "quotient_familial"]);
  });

  test("one token serves several endpoints, and the student's identity stays out", async () => {
    const token = await logIn("etudiant_boursier");
    const answers = await Promise.all([ask(token), ask(token, "/v3/mesri/statut_etudiant/france_connect")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(Object.keys(answers[1]?.data ?? {})).toEqual(["admissions"]);
  });

  test("an endpoint whose scopes were not asked for is a 403", async () => {
    const { status, code } = await ask(await logIn("famille"), "/v3/dss/prime_activite/france_connect");
    expect([status, code]).toEqual([403, "00100"]);
  });

  test("after sixty seconds the token is dead", async () => {
    const token = await logIn("famille");
    now = new Date(now.getTime() + 61_000);
    expect(await ask(token)).toMatchObject({ status: 401, code: "51502" });
    now = new Date();
  });

  test("the persona whose token FranceConnect disowns gets a 401", async () => {
    expect(await ask(await logIn("jeton_expire"))).toMatchObject({ status: 401, code: "51502" });
  });

  test("the persona whose provider is down gets a 502", async () => {
    expect(await ask(await logIn("fournisseur_en_panne"))).toMatchObject({ status: 502, code: "35001" });
  });

  test("the persona unknown to the CAF gets a 404", async () => {
    expect(await ask(await logIn("sans_dossier_caf"))).toMatchObject({ status: 404, code: "23003" });
  });

  test("the dial of any port reaches this one", async () => {
    const config = new URL("/__simulator/config", simulator.apiParticulier.url);
    const token = await logIn("famille");
    await fetch(config, { method: "PUT", body: JSON.stringify({ fault: "provider-timeout" }) });
    expect(await ask(token)).toMatchObject({ status: 504, code: "35002" });
    await fetch(config, { method: "PUT", body: JSON.stringify({ fault: null }) });
  });
});
