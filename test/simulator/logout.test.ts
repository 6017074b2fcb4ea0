import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  encryptionKeys,
  exchange,
  logIn,
  startOnFreePorts,
  userinfo,
} from "../support/simulator.ts";
import { SimulatorBrowser, textOf } from "../support/simulator-browser.ts";

const RETURN = "http://localhost:3000/auth/logout/callback";

describe("logout", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let issuer: string;

  beforeAll(async () => {
    simulator = await startOnFreePorts();
    issuer = simulator.franceconnect.issuer;
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
  });
  afterAll(() => simulator.close());

  async function loggedIn(provider = "fip1-low") {
    const browser = new SimulatorBrowser();
    const callback = await logIn(browser, authorizeUrl(issuer, client), { provider });
    const { body } = await exchange(issuer, client, callback.url);
    return { browser, idToken: String(body.id_token), accessToken: String(body.access_token) };
  }

  function endUrl(fields: Readonly<Record<string, string>>): string {
    return `${issuer}/session/end?${new URLSearchParams(fields)}`;
  }

  it.each(["fip1-low", "fip9-low"])("walks the chain by %s and comes back with state", async (provider) => {
    const { browser, idToken } = await loggedIn(provider);
    const first = await browser.visit(
      endUrl({ id_token_hint: idToken, post_logout_redirect_uri: RETURN, state: "s".repeat(32) }),
    );
    expect(first.body).toContain('action="/api/v2/client/disconnect-from-idp"');
    const second = await browser.submit(first, "auto-post");
    expect(second.body).toContain('action="/api/v2/session/end/confirm"');
    const { url } = await browser.submit(second, "auto-post");
    expect(url).toBe(`${RETURN}?state=${"s".repeat(32)}`);
  });

  it("ends the single sign-on and the tokens", async () => {
    const { browser, idToken, accessToken } = await loggedIn();
    const first = await browser.visit(
      endUrl({ id_token_hint: idToken, post_logout_redirect_uri: RETURN, state: "s" }),
    );
    await browser.submit(await browser.submit(first, "auto-post"), "auto-post");
    expect((await browser.visit(authorizeUrl(issuer, client))).body).toContain(
      'data-testid="identity-providers"',
    );
    expect((await userinfo(issuer, accessToken)).status).toBe(401);
  });

  it("accepts an expired hint, since expiration is ignored", async () => {
    const { browser, idToken } = await loggedIn();
    const page = await browser.visit(endUrl({ id_token_hint: idToken, post_logout_redirect_uri: RETURN }));
    expect(page.status).toBe(200);
  });

  it("still comes back when the provider's session is gone", async () => {
    const { idToken } = await loggedIn();
    const stranger = new SimulatorBrowser();
    const page = await stranger.visit(
      endUrl({ id_token_hint: idToken, post_logout_redirect_uri: RETURN, state: "s" }),
    );
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const end = await stranger.visit(`${issuer}/session/end/confirm`, {
      method: "POST",
      body: new URLSearchParams({ xsrf, logout: "yes" }),
    });
    expect(end.url).toBe(`${RETURN}?state=s`);
  });

  it("stays on FranceConnect's page where no address was given", async () => {
    const { browser, idToken } = await loggedIn();
    const first = await browser.visit(endUrl({ id_token_hint: idToken }));
    const last = await browser.submit(await browser.submit(first, "auto-post"), "auto-post");
    expect(textOf(last, "logged-out")).toContain("Vous êtes bien déconnecté");
  });

  it("refuses a request without the hint, and any parameter it does not know", async () => {
    const { browser, idToken } = await loggedIn();
    for (const fields of [
      { post_logout_redirect_uri: RETURN },
      { id_token_hint: idToken, redirect: RETURN },
    ]) {
      const page = await browser.visit(endUrl(fields));
      expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y000400"]);
    }
  });

  it("refuses an address that is not registered, and a client that is not the hint's", async () => {
    const { browser, idToken } = await loggedIn();
    const address = await browser.visit(
      endUrl({ id_token_hint: idToken, post_logout_redirect_uri: `${RETURN}/x` }),
    );
    expect(textOf(address, "error-detail")).toBe("post_logout_redirect_uri not registered");
    const other = await browser.visit(endUrl({ id_token_hint: idToken, client_id: "other" }));
    expect(textOf(other, "error-detail")).toContain("client_id does not match");
  });

  it("is not routed for POST", async () => {
    const response = await fetch(`${issuer}/session/end`, { method: "POST" });
    expect(response.status).toBe(404);
  });

  it("on FranceConnect+ wants the inner JWS: the JWE is refused", async () => {
    const keys = await encryptionKeys("RSA-OAEP-256");
    const plus: SimulatorClient = {
      client_id: "plus",
      client_secret: "s".repeat(64),
      redirect_uris: ["http://localhost:9999/plus"],
      post_logout_redirect_uris: [RETURN],
      id_token_encrypted_response_alg: "RSA-OAEP-256",
      id_token_encrypted_response_enc: "A256GCM",
      jwks_uri: keys.jwksUri,
    };
    const other = await startOnFreePorts({ clients: { franceconnectPlus: [plus] } });
    const base = other.franceconnectPlus.issuer;
    const browser = new SimulatorBrowser();
    const callback = await logIn(browser, authorizeUrl(base, plus, { acr_values: "eidas2" }), {
      provider: "fip1-high",
    });
    const { body } = await exchange(base, plus, callback.url);
    const end = (hint: string) =>
      browser.visit(
        `${base}/session/end?${new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: RETURN })}`,
      );
    const refused = await end(String(body.id_token));
    const accepted = await end((await keys.decrypt(body.id_token)).jws);
    await other.close();
    await keys.close();
    expect(textOf(refused, "error-detail")).toBe("could not decode id_token_hint");
    expect(accepted.status).toBe(200);
  });
});

describe("revocation", () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startOnFreePorts({ auto: "test" });
  });
  afterAll(() => simulator.close());

  it("takes exactly token, client_id and client_secret", async () => {
    const { issuer, clients } = simulator.franceconnect;
    const client = clientNamed(clients, "Démarches de la commune");
    const callback = await new SimulatorBrowser().visit(authorizeUrl(issuer, client));
    const { body } = await exchange(issuer, client, callback.url);
    const fields = {
      token: String(body.access_token),
      client_id: client.client_id,
      client_secret: client.client_secret,
    };
    const revoke = (more: Record<string, string>) =>
      fetch(`${issuer}/token/revocation`, {
        method: "POST",
        body: new URLSearchParams({ ...fields, ...more }),
      });
    expect((await revoke({ token_type_hint: "access_token" })).status).toBe(400);
    expect((await revoke({ client_secret: "x".repeat(64) })).status).toBe(401);
    expect((await userinfo(issuer, body.access_token)).status).toBe(200);
    expect((await revoke({})).status).toBe(200);
    expect((await userinfo(issuer, body.access_token)).status).toBe(401);
    expect((await revoke({})).status).toBe(200);
  });

  it("of another client's token changes nothing", async () => {
    const { issuer, clients } = simulator.franceconnect;
    const [client, other] = [
      clientNamed(clients, "Démarches de la commune"),
      clientNamed(clients, "Service en RS256"),
    ];
    const callback = await new SimulatorBrowser().visit(authorizeUrl(issuer, client));
    const { body } = await exchange(issuer, client, callback.url);
    const response = await fetch(`${issuer}/token/revocation`, {
      method: "POST",
      body: new URLSearchParams({
        token: String(body.access_token),
        client_id: other.client_id,
        client_secret: other.client_secret,
      }),
    });
    expect(response.status).toBe(200);
    expect((await userinfo(issuer, body.access_token)).status).toBe(200);
  });
});
