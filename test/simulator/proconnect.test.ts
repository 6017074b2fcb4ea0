import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  exchange,
  readJwt,
  startOnFreePorts,
  userinfo,
} from "../support/simulator.ts";
import { SimulatorBrowser, type Visit } from "../support/simulator-browser.ts";

const SCOPE = "openid given_name usual_name email uid siret idp_id roles organization_label";

describe("ProConnect", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let issuer: string;

  beforeAll(async () => {
    simulator = await startOnFreePorts();
    client = clientNamed(simulator.proconnect.clients, "Espace des agents");
    issuer = simulator.proconnect.issuer;
  });
  afterAll(() => simulator.close());

  function url(overrides: Readonly<Record<string, string | undefined>> = {}): string {
    return authorizeUrl(issuer, client, { scope: SCOPE, acr_values: undefined, ...overrides });
  }

  async function logInAs(
    agent: string,
    overrides: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Visit> {
    const browser = new SimulatorBrowser();
    return browser.submit(await browser.visit(url(overrides)), "agents", { agent });
  }

  it("gives no identity in the ID token, and acr or amr only when asked", async () => {
    const callback = await logInAs("agent");
    const { body } = await exchange(issuer, client, callback.url);
    expect(Object.keys(readJwt(body.id_token).claims).sort()).toEqual(
      ["at_hash", "aud", "auth_time", "exp", "iat", "iss", "nonce", "sub"].sort(),
    );
    expect(body).toMatchObject({ expires_in: 3600, token_type: "Bearer", refresh_token: expect.any(String) });
  });

  it("gives the agent's claims in a signed UserInfo", async () => {
    const callback = await logInAs("agent", { claims: '{"id_token":{"acr":null,"amr":null}}' });
    const { body } = await exchange(issuer, client, callback.url);
    expect(readJwt(body.id_token).claims).toMatchObject({ acr: "eidas1", amr: ["pwd"] });
    const answer = await userinfo(issuer, body.access_token);
    expect(answer.headers.get("content-type")).toContain("application/jwt");
    expect(readJwt(await answer.text()).claims).toMatchObject({
      given_name: "Hélène",
      usual_name: "Castaing",
      siret: "21330063500017",
      roles: ["agent_public", "agent_public_territorial"],
      aud: client.client_id,
      iss: issuer,
    });
  });
});
