import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { auth, type ConfigParams } from "express-openid-connect";
import { exportJWK, generateKeyPair, importJWK } from "jose";
import * as oidc from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import { clientNamed, startOnFreePorts } from "../support/simulator.ts";
import { SimulatorBrowser, textOf } from "../support/simulator-browser.ts";

const PIVOT = "openid identite_pivot email";

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

describe("other people's clients", () => {
  let simulator: Simulator;
  let keyServer: Server;
  let privateKey: CryptoKey;
  let peer: Server;
  let peerUrl: string;
  let app: express.Express;

  beforeAll(async () => {
    const pair = await generateKeyPair("RSA-OAEP-256", { extractable: true });
    privateKey = (await importJWK(await exportJWK(pair.privateKey), "RSA-OAEP-256")) as CryptoKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), use: "enc", alg: "RSA-OAEP-256", kid: "peer" };
    keyServer = createServer((_req, res) => res.end(JSON.stringify({ keys: [jwk] })));
    const jwksUri = await listening(keyServer);
    app = express();
    peer = createServer(app);
    peerUrl = await listening(peer);
    const redirect = (path: string) => ({
      client_secret: "s".repeat(64),
      redirect_uris: [`${peerUrl}${path}`],
    });
    simulator = await startOnFreePorts({
      auto: "test",
      clients: {
        franceconnect: [
          { client_id: "eoc", ...redirect("/low/callback"), id_token_signed_response_alg: "ES256" },
        ],
        franceconnectPlus: [
          {
            client_id: "openid-client-plus",
            ...redirect("/plus"),
            id_token_encrypted_response_alg: "RSA-OAEP-256",
            id_token_encrypted_response_enc: "A256GCM",
            userinfo_encrypted_response_alg: "RSA-OAEP-256",
            userinfo_encrypted_response_enc: "A256GCM",
            jwks_uri: jwksUri,
          },
        ],
        proconnect: [
          {
            client_id: "eoc",
            ...redirect("/agents/callback"),
            id_token_signed_response_alg: "RS256",
            userinfo_signed_response_alg: "RS256",
          },
        ],
      },
    });
    mountExpressOpenIdConnect("/low", simulator.franceconnect.issuer, "ES256", {
      scope: PIVOT,
      acr_values: "eidas1",
    });
    mountExpressOpenIdConnect("/agents", simulator.proconnect.issuer, "RS256", {
      scope: "openid email siret",
    });
  });
  afterAll(async () => {
    await simulator.close();
    for (const server of [keyServer, peer]) server.close();
  });

  function mountExpressOpenIdConnect(
    path: string,
    issuerBaseURL: string,
    idTokenSigningAlg: string,
    parameters: Record<string, string>,
  ): void {
    const config: ConfigParams = {
      issuerBaseURL,
      baseURL: `${peerUrl}${path}`,
      clientID: "eoc",
      clientSecret: "s".repeat(64),
      secret: "a-secret-of-the-peer-0123456789abcdef",
      clientAuthMethod: "client_secret_post",
      idTokenSigningAlg,
      authorizationParams: { response_type: "code", ...parameters },
    };
    const router = express.Router();
    router.use(auth(config));
    router.get("/", (req, res) => {
      res.json({ sub: req.oidc.user?.sub });
    });
    app.use(path, router);
  }

  /** Logs in with openid-client, every check on, and gives the claims of both tokens. */
  async function logIn(
    issuer: string,
    client: SimulatorClient,
    parameters: Record<string, string>,
    metadata: Partial<oidc.ClientMetadata>,
    prepare: (config: oidc.Configuration) => void,
  ) {
    const config = await oidc.discovery(
      new URL(issuer),
      client.client_id,
      { client_secret: client.client_secret, ...metadata },
      oidc.ClientSecretPost(client.client_secret),
      { execute: [oidc.allowInsecureRequests] },
    );
    prepare(config);
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: String(client.redirect_uris[0]),
      state,
      nonce,
      ...parameters,
    });
    const callback = await new SimulatorBrowser().visit(url.href);
    const tokens = await oidc.authorizationCodeGrant(config, new URL(callback.url), {
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    return { claims, userinfo: await oidc.fetchUserInfo(config, tokens.access_token, String(claims?.sub)) };
  }

  it.each([
    ["Démarches de la commune", "ES256"],
    ["Service en RS256", "RS256"],
  ])("openid-client logs in at FranceConnect as « %s », signatures verified", async (name, alg) => {
    const { issuer, clients } = simulator.franceconnect;
    const { claims, userinfo } = await logIn(
      issuer,
      clientNamed(clients, name),
      { scope: PIVOT, acr_values: "eidas1" },
      { id_token_signed_response_alg: alg, userinfo_signed_response_alg: alg },
      oidc.enableNonRepudiationChecks,
    );
    expect(claims).toMatchObject({ acr: "eidas1", iss: issuer });
    expect(userinfo).toMatchObject({ family_name: "DUBOIS", birthdate: "1962-08-24" });
  });

  it("openid-client logs in at FranceConnect+, both tokens decrypted and verified", async () => {
    const { issuer, clients } = simulator.franceconnectPlus;
    const client = clients.find(({ client_id }) => client_id === "openid-client-plus") as SimulatorClient;
    const { claims, userinfo } = await logIn(
      issuer,
      client,
      { scope: PIVOT, acr_values: "eidas2" },
      { id_token_signed_response_alg: "ES256", userinfo_signed_response_alg: "ES256" },
      (config) => {
        oidc.enableNonRepudiationChecks(config);
        oidc.enableDecryptingResponses(config, ["A256GCM"], {
          key: privateKey,
          alg: "RSA-OAEP-256",
          kid: "peer",
        });
      },
    );
    expect(claims).toMatchObject({ acr: "eidas2" });
    expect(userinfo).toMatchObject({ family_name: "DUBOIS" });
  });

  it("openid-client logs an agent in at ProConnect, with PKCE", async () => {
    const { issuer, clients } = simulator.proconnect;
    const { userinfo } = await logIn(
      issuer,
      clientNamed(clients, "Espace des agents"),
      { scope: "openid given_name usual_name siret" },
      { id_token_signed_response_alg: "RS256", userinfo_signed_response_alg: "RS256" },
      oidc.enableNonRepudiationChecks,
    );
    expect(userinfo).toMatchObject({ usual_name: "Castaing", siret: "21330063500017" });
  });

  it("express-openid-connect logs an agent in at ProConnect", async () => {
    const browser = new SimulatorBrowser();
    const toProvider = await browser.visit(`${peerUrl}/agents/`);
    const toPeer = await browser.visit(toProvider.url);
    const { body } = await browser.visit(toPeer.url);
    expect(JSON.parse(body).sub).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("express-openid-connect is stopped by FranceConnect, as by the real one: it cannot leave PKCE out", async () => {
    const browser = new SimulatorBrowser();
    const page = await browser.visit((await browser.visit(`${peerUrl}/low/`)).url);
    expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y030007"]);
    expect(textOf(page, "error-detail")).toContain("code_challenge");
  });
});
