import { compactDecrypt, createRemoteJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  exchange,
  logIn,
  readJwt,
  startOnFreePorts,
} from "../support/simulator.ts";
import { SimulatorBrowser } from "../support/simulator-browser.ts";

const SECRET = "data-provider-secret-0123456789abcdef";

describe.each([
  ["RSA-OAEP-256", "ES256"],
  ["ECDH-ES", "RS256"],
])("checktoken for a data provider in %s and %s", (alg, signing) => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let privateKey: CryptoKey;
  let ahead = 0;

  beforeAll(async () => {
    const pair = await generateKeyPair(alg, { extractable: true });
    privateKey = pair.privateKey;
    const jwk: JWK = { ...(await exportJWK(pair.publicKey)), use: "enc", alg, kid: "fd" };
    simulator = await startOnFreePorts({
      now: () => new Date(Date.now() + ahead * 1000),
      clients: {
        dataProviders: [
          {
            client_id: "fd",
            client_secret: SECRET,
            jwks: { keys: [jwk] },
            scope: "openid cnaf_enfants cnaf_adresse",
            checktoken_signed_response_alg: signing,
            checktoken_encrypted_response_alg: alg,
            checktoken_encrypted_response_enc: "A256GCM",
          },
        ],
      },
    });
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
  });
  afterAll(() => simulator.close());

  async function tokens(persona = "test"): Promise<Record<string, unknown>> {
    ahead = 0;
    const { issuer } = simulator.franceconnect;
    const url = authorizeUrl(issuer, client, { scope: "openid cnaf_enfants cnaf_quotient_familial" });
    const callback = await logIn(new SimulatorBrowser(), url, { provider: "fip1-low", persona });
    return (await exchange(issuer, client, callback.url)).body;
  }

  function ask(fields: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${simulator.franceconnect.issuer}/checktoken`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
  }

  async function introspect(
    token: unknown,
  ): Promise<{ jwe: object; jws: object; payload: Record<string, unknown> }> {
    const response = await ask({ token: String(token), client_id: "fd", client_secret: SECRET });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/token-introspection+jwt");
    const { plaintext, protectedHeader } = await compactDecrypt(await response.text(), privateKey);
    const { issuer } = simulator.franceconnect;
    const { payload, protectedHeader: jws } = await jwtVerify(
      new TextDecoder().decode(plaintext),
      createRemoteJWKSet(new URL(`${issuer}/jwks`)),
      { issuer, audience: "fd", algorithms: [signing] },
    );
    return { jwe: protectedHeader, jws, payload };
  }

  it("answers a JWE without kid around a JWS without exp", async () => {
    const { jwe, jws, payload } = await introspect((await tokens()).access_token);
    expect(
      Object.keys(jwe)
        .filter((name) => name !== "epk")
        .sort(),
    ).toEqual(["alg", "enc"]);
    expect(Object.keys(jws).sort()).toEqual(["alg", "kid"]);
    expect(Object.keys(payload).sort()).toEqual(["aud", "iat", "iss", "token_introspection"]);
  });

  it("tells whom the token speaks for, with the scopes that both have, and the RNIPP identity", async () => {
    const { access_token, id_token } = await tokens();
    const { payload } = await introspect(access_token);
    const claims = payload.token_introspection as Record<string, unknown>;
    expect(claims).toMatchObject({
      active: true,
      aud: client.client_id,
      acr: "eidas1",
      jti: access_token,
      scope: "openid cnaf_enfants",
      given_name: "Angela Claire Louise",
      given_name_array: ["Angela", "Claire", "Louise"],
      family_name: "DUBOIS",
      birthdate: "1962-08-24",
      birthplace: "75107",
      birthcountry: "99100",
      gender: "female",
    });
    expect(claims.sub).toMatch(/^[0-9a-f]{64}v1$/);
    expect(claims.sub).not.toBe(readJwt(id_token).claims.sub);
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
  });

  it("lives its 60 seconds although UserInfo is dead after 30", async () => {
    const { access_token } = await tokens();
    ahead = 55;
    expect((await introspect(access_token)).payload.token_introspection).toMatchObject({ active: true });
    ahead = 61;
    expect((await introspect(access_token)).payload.token_introspection).toEqual({ active: false });
    ahead = 0;
  });

  it("says active false for an unknown token, signed and encrypted all the same", async () => {
    expect((await introspect("x".repeat(43))).payload.token_introspection).toEqual({ active: false });
  });

  it("says active false for the persona whose token is dead at the data provider", async () => {
    const { access_token } = await tokens("jeton_expire");
    expect((await introspect(access_token)).payload.token_introspection).toEqual({ active: false });
  });

  it.each([
    ["without a token", { client_id: "fd", client_secret: SECRET }],
    ["with a member too many", { token: "x", client_id: "fd", client_secret: SECRET, token_type_hint: "x" }],
  ])("refuses a request %s", async (_name, fields) => {
    const response = await ask(fields);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "invalid_request",
      error_description: "Required parameter missing or invalid.",
    });
  });

  it("refuses a service's credentials and a wrong secret", async () => {
    for (const credentials of [
      { client_id: client.client_id, client_secret: client.client_secret },
      { client_id: "fd", client_secret: "wrong" },
    ]) {
      const response = await ask({ token: "x", ...credentials });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        error: "invalid_client",
        error_description: "Client authentication failed.",
      });
    }
  });
});
