import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  encryptionKeys,
  exchange,
  logIn,
  readJwt,
  startOnFreePorts,
  userinfo,
} from "../support/simulator.ts";
import { SimulatorBrowser } from "../support/simulator-browser.ts";

const REDIRECT = "http://localhost:9999/auth/franceconnect-plus/callback";

function encryptedClient(alg: string, jwksUri: string): SimulatorClient {
  return {
    client_id: `plus-${alg}`,
    client_secret: "s".repeat(64),
    redirect_uris: [REDIRECT],
    post_logout_redirect_uris: ["http://localhost:9999/auth/logout/callback"],
    id_token_signed_response_alg: "ES256",
    id_token_encrypted_response_alg: alg,
    id_token_encrypted_response_enc: "A256GCM",
    userinfo_signed_response_alg: "ES256",
    userinfo_encrypted_response_alg: alg,
    userinfo_encrypted_response_enc: "A256GCM",
    jwks_uri: jwksUri,
  };
}

describe.each(["RSA-OAEP-256", "ECDH-ES", "RSA-OAEP"])("FranceConnect+ with a client in %s", (alg) => {
  let simulator: Simulator;
  let keys: Awaited<ReturnType<typeof encryptionKeys>>;
  let client: SimulatorClient;

  beforeAll(async () => {
    keys = await encryptionKeys(alg);
    client = encryptedClient(alg, keys.jwksUri);
    simulator = await startOnFreePorts({ clients: { franceconnectPlus: [client] } });
  });
  afterAll(async () => {
    await simulator.close();
    await keys.close();
  });

  it("nests both tokens: a JWE for the service's key around a JWS of two header members", async () => {
    const { issuer } = simulator.franceconnectPlus;
    const callback = await logIn(new SimulatorBrowser(), authorizeUrl(issuer, client), {
      provider: "fip1-high",
    });
    const { body } = await exchange(issuer, client, callback.url);
    const idToken = await keys.decrypt(body.id_token);
    const { epk: _epk, ...header } = idToken.header;
    expect(header).toEqual({
      alg,
      enc: "A256GCM",
      cty: "JWT",
      kid: keys.kid,
      iss: issuer,
      aud: client.client_id,
    });
    expect(Object.keys(readJwt(idToken.jws).header).sort()).toEqual(["alg", "kid"]);
    expect(readJwt(idToken.jws).claims).toMatchObject({ acr: "eidas2", aud: client.client_id, iss: issuer });

    const answer = await userinfo(issuer, body.access_token);
    expect(answer.headers.get("content-type")).toBe("application/jwt; charset=utf-8");
    const claims = readJwt((await keys.decrypt(await answer.text())).jws).claims;
    expect(claims).toMatchObject({ family_name: "DUBOIS", birthdate: "1962-08-24" });
    expect(claims).not.toHaveProperty("given_name_array");
  });
});
