import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  exchange,
  logIn,
  readJwt,
  startOnFreePorts,
  userinfo,
} from "../support/simulator.ts";
import { SimulatorBrowser } from "../support/simulator-browser.ts";

describe("FranceConnect's tokens", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let issuer: string;
  let ahead = 0;

  beforeAll(async () => {
    simulator = await startOnFreePorts({ now: () => new Date(Date.now() + ahead * 1000) });
    issuer = simulator.franceconnect.issuer;
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
  });
  afterAll(() => simulator.close());

  async function callback(
    from: SimulatorClient = client,
    overrides: Record<string, string> = {},
  ): Promise<string> {
    ahead = 0;
    const url = authorizeUrl(issuer, from, overrides);
    return (await logIn(new SimulatorBrowser(), url, { provider: "fip1-low" })).url;
  }

  it("come back with code, state and iss, the code being 43 characters long", async () => {
    const answer = new URL(await callback()).searchParams;
    expect([...answer.keys()]).toEqual(["code", "state", "iss"]);
    expect(answer.get("code")).toMatch(/^[\w-]{43}$/);
    expect(answer.get("iss")).toBe(issuer);
  });

  it("are answered in exactly five members, never with a refresh token", async () => {
    const { status, body } = await exchange(issuer, client, await callback());
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      "access_token",
      "expires_in",
      "id_token",
      "scope",
      "token_type",
    ]);
    expect(body).toMatchObject({
      expires_in: 60,
      token_type: "Bearer",
      access_token: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("hold eight claims in the ID token, under a header of alg and kid", async () => {
    const { body } = await exchange(issuer, client, await callback());
    const { header, claims } = readJwt(body.id_token);
    expect(Object.keys(header).sort()).toEqual(["alg", "kid"]);
    expect(header.kid).toMatch(/^pkcs11:ES256:hsm/);
    expect(Object.keys(claims).sort()).toEqual([
      "acr",
      "aud",
      "auth_time",
      "exp",
      "iat",
      "iss",
      "nonce",
      "sub",
    ]);
    expect(claims).toMatchObject({
      acr: "eidas1",
      aud: client.client_id,
      iss: issuer,
      nonce: "n".repeat(64),
    });
    expect(claims.sub).toMatch(/^[0-9a-f]{64}v1$/);
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
  });

  it("hold amr as a ninth claim when it was asked for", async () => {
    const { body } = await exchange(
      issuer,
      client,
      await callback(client, { claims: '{"id_token":{"amr":{"essential":true}}}' }),
    );
    const { claims } = readJwt(body.id_token);
    expect(Object.keys(claims)).toHaveLength(9);
    expect(claims.amr).toEqual(["fc", "pwd"]);
  });

  it.each([
    ["Démarches de la commune", "ES256"],
    ["Service en RS256", "RS256"],
  ])("of « %s » are signed in %s with a published key", async (name, alg) => {
    const registered = clientNamed(simulator.franceconnect.clients, name);
    const { body } = await exchange(issuer, registered, await callback(registered));
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    const verified = await jwtVerify(String(body.id_token), keys, { issuer, audience: registered.client_id });
    expect(verified.protectedHeader.alg).toBe(alg);
  });

  it("of an HS256 client are signed with its secret, without kid", async () => {
    const registered = clientNamed(simulator.franceconnect.clients, "Service en HS256");
    const { body } = await exchange(issuer, registered, await callback(registered));
    const secret = new TextEncoder().encode(registered.client_secret);
    const verified = await jwtVerify(String(body.id_token), secret, { algorithms: ["HS256"] });
    expect(verified.protectedHeader).toEqual({ alg: "HS256" });
  });

  it("die with their code: 30 seconds after the click there is no such code", async () => {
    const url = await callback();
    ahead = 31;
    const { status, body } = await exchange(issuer, client, url);
    expect(status).toBe(400);
    expect(body.error).toBe("invalid_grant");
    expect(body.error_description).toBe("grant request is invalid (authorization code not found)");
    expect(body.error_uri).toMatch(/\?code=Y049E20B&id=[0-9a-f-]{36}$/);
  });

  it("serve UserInfo for 30 seconds although the access token says 60", async () => {
    const { body } = await exchange(issuer, client, await callback());
    ahead = 29;
    expect((await userinfo(issuer, body.access_token)).status).toBe(200);
    ahead = 33;
    const late = await userinfo(issuer, body.access_token);
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({ error: "invalid_token" });
  });

  it("are revoked when their code comes a second time", async () => {
    const url = await callback();
    const { body } = await exchange(issuer, client, url);
    const again = await exchange(issuer, client, url);
    expect([again.status, again.body.error]).toEqual([400, "invalid_grant"]);
    expect((await userinfo(issuer, body.access_token)).status).toBe(401);
  });

  it.each([
    [
      "a wrong secret",
      { client_secret: "x".repeat(64) },
      401,
      "invalid_client",
      "client authentication failed (invalid secret provided)",
      "Y0434A7B",
    ],
    [
      "an unknown code",
      { code: "x".repeat(43) },
      400,
      "invalid_grant",
      "grant request is invalid (authorization code not found)",
      "Y049E20B",
    ],
  ])("are refused for %s", async (_name, overrides, status, error, description, code) => {
    const answer = await exchange(issuer, client, await callback(), overrides);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_description: description });
    expect(new URL(String(answer.body.error_uri)).searchParams.get("code")).toBe(code);
  });

  it("are refused without a code", async () => {
    const response = await fetch(`${issuer}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: client.client_id,
        client_secret: client.client_secret,
        redirect_uri: String(client.redirect_uris[0]),
      }),
    });
    const body = (await response.json()) as Record<string, string>;
    expect(response.status).toBe(400);
    expect(body.error_description).toBe("missing required parameter 'code' (undefined)");
    expect(body.error_uri).toContain("code=Y048017B");
  });

  it("are answered in JSON even to a browser", async () => {
    const response = await fetch(`${issuer}/token`, { method: "POST", headers: { accept: "text/html" } });
    expect(response.headers.get("content-type")).toContain("application/json");
  });
});
