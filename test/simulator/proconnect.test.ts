import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENTS, type Simulator, type SimulatorClient } from "../../src/simulator/index.ts";
import {
  authorizeUrl,
  clientNamed,
  exchange,
  readJwt,
  startOnFreePorts,
  userinfo,
} from "../support/simulator.ts";
import { SimulatorBrowser, textOf, type Visit } from "../support/simulator-browser.ts";

const SCOPE = "openid given_name usual_name email uid siret idp_id roles organization_label";
const MFA_LEVELS = ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"];

type Overrides = Readonly<Record<string, string | undefined>>;

describe("ProConnect", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let issuer: string;
  let ahead = 0;

  beforeAll(async () => {
    simulator = await startOnFreePorts({ now: () => new Date(Date.now() + ahead * 1000) });
    client = clientNamed(simulator.proconnect.clients, "Espace des agents");
    issuer = simulator.proconnect.issuer;
  });
  afterAll(() => simulator.close());

  function url(overrides: Overrides = {}, from: SimulatorClient = client): string {
    return authorizeUrl(issuer, from, { scope: SCOPE, acr_values: undefined, ...overrides });
  }

  async function logInAs(
    agent: string,
    overrides: Overrides = {},
    browser = new SimulatorBrowser(),
    from: SimulatorClient = client,
  ): Promise<Visit> {
    return browser.submit(await browser.visit(url(overrides, from)), "agents", { agent });
  }

  const parameters = (visit: Visit): URLSearchParams => new URL(visit.url).searchParams;
  const essential = (...values: readonly string[]): string =>
    JSON.stringify({ id_token: { acr: { essential: true, values }, amr: null } });

  async function claimsOf(visit: Visit): Promise<Record<string, unknown>> {
    const { body } = await exchange(issuer, client, visit.url);
    return readJwt(await (await userinfo(issuer, body.access_token)).text()).claims;
  }

  it("gives no identity in the ID token, and acr or amr only when asked", async () => {
    const { body } = await exchange(issuer, client, (await logInAs("agent")).url);
    expect(Object.keys(readJwt(body.id_token).claims).sort()).toEqual(
      ["at_hash", "aud", "auth_time", "exp", "iat", "iss", "nonce", "sub"].sort(),
    );
    expect(body).toMatchObject({ expires_in: 3600, token_type: "Bearer", refresh_token: expect.any(String) });
  });

  it("gives an at_hash that fits the access token", async () => {
    const { body } = await exchange(issuer, client, (await logInAs("agent")).url);
    const digest = createHash("sha256").update(String(body.access_token)).digest().subarray(0, 16);
    expect(readJwt(body.id_token).claims.at_hash).toBe(digest.toString("base64url"));
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

  it("gives every agent's SIRET a valid checksum", () => {
    for (const { siret } of AGENTS.flatMap(({ organisations }) => organisations)) {
      const digits = [...siret].reverse().map(Number);
      const sum = digits.reduce((total, digit, index) => {
        const doubled = index % 2 === 0 ? digit : digit * 2;
        return total + (doubled > 9 ? doubled - 9 : doubled);
      }, 0);
      expect([siret, sum % 10]).toEqual([siret, 0]);
    }
  });

  it("gives an empty list of roles, and no label, when the look-up failed", async () => {
    const claims = await claimsOf(await logInAs("agent_sans_role"));
    expect(claims.roles).toEqual([]);
    expect(claims).not.toHaveProperty("organization_label");
  });

  it("asks an agent of several organisations which one: the same sub, another SIRET", async () => {
    const sirets = ["21330063500017", "26339998200010"];
    const found = [];
    for (const siret of sirets) {
      const browser = new SimulatorBrowser();
      const choice = await logInAs("agent_plusieurs_organisations", {}, browser);
      found.push(await claimsOf(await browser.submit(choice, "organisations", { siret })));
    }
    expect(found.map(({ siret }) => siret)).toEqual(sirets);
    expect(found[0]?.sub).toBe(found[1]?.sub);
  });

  it("proposes the organisation of siret_hint first", async () => {
    const { body } = await logInAs("agent_plusieurs_organisations", { siret_hint: "26339998200010" });
    expect(/organisation-(\d{14})/.exec(body)?.[1]).toBe("26339998200010");
  });

  it("keeps one sub for all services, and another for another identity provider", async () => {
    const other = clientNamed(simulator.proconnect.clients, "Espace des agents en ES256");
    const sub = async (visit: Visit, from: SimulatorClient): Promise<unknown> =>
      readJwt((await exchange(issuer, from, visit.url)).body.id_token).claims.sub;
    const here = await sub(await logInAs("agent"), client);
    expect(here).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await sub(await logInAs("agent", {}, new SimulatorBrowser(), other), other)).toBe(here);
    expect(await sub(await logInAs("agent_change_de_fournisseur"), client)).not.toBe(here);
  });

  it("lets the tester describe another agent", async () => {
    const browser = new SimulatorBrowser();
    const visit = await browser.submit(await browser.visit(url({ login_hint: "a@b.fr" })), "free-agent", {
      agent: "free",
      email: "A@b.fr",
      given_name: "Ada",
      usual_name: "Lovelace",
      siret: "21690123100011",
      acr: "eidas0-mfa",
    });
    expect(await claimsOf(visit)).toMatchObject({
      given_name: "Ada",
      siret: "21690123100011",
      email: "A@b.fr",
    });
  });

  it.each([
    ["agent", ["eidas1"], undefined],
    ["agent_mfa", MFA_LEVELS, undefined],
    ["agent_code_par_courriel", MFA_LEVELS, undefined],
    ["agent_mfa", ["eidas1"], "access_denied"],
    ["agent", MFA_LEVELS, "access_denied"],
    ["agent_eidas0", ["eidas1", "eidas2"], "access_denied"],
  ])("compares acr exactly, not by rank: %s against %j", async (agent, values, error) => {
    const answer = parameters(await logInAs(agent, { claims: essential(...values) }));
    expect(answer.get("error") ?? undefined).toBe(error);
    if (error !== undefined)
      expect(answer.get("error_description")).toBe("requested ACRs could not be satisfied");
  });

  it("proves two factors by acr, not by mfa in amr", async () => {
    const callback = await logInAs("agent_code_par_courriel", { claims: essential(...MFA_LEVELS) });
    const { body } = await exchange(issuer, client, callback.url);
    expect(readJwt(body.id_token).claims).toMatchObject({ acr: "eidas1-mfa", amr: ["pwd", "mail"] });
  });

  it("accepts PKCE with S256 and refuses plain", async () => {
    const verifier = "v".repeat(64);
    const code_challenge = createHash("sha256").update(verifier).digest("base64url");
    const callback = await logInAs("agent", { code_challenge, code_challenge_method: "S256" });
    expect((await exchange(issuer, client, callback.url)).body.error).toBe("invalid_grant");
    const again = await logInAs("agent", { code_challenge, code_challenge_method: "S256" });
    expect((await exchange(issuer, client, again.url, { code_verifier: verifier })).status).toBe(200);
    const plain = await new SimulatorBrowser().visit(
      url({ code_challenge: verifier, code_challenge_method: "plain" }),
    );
    expect(parameters(plain).get("error")).toBe("invalid_request");
  });

  it("ignores parameters it does not know", async () => {
    expect((await new SimulatorBrowser().visit(url({ max_age: "0", foo: "bar" }))).status).toBe(200);
  });

  it("sends idp_hint_not_found back for an unknown identity provider", async () => {
    const answer = parameters(await new SimulatorBrowser().visit(url({ idp_hint: "nobody" })));
    expect([answer.get("error"), answer.get("iss")]).toEqual(["idp_hint_not_found", issuer]);
  });

  it("stops on Y000400 for a login_hint that is no e-mail", async () => {
    const page = await new SimulatorBrowser().visit(url({ login_hint: "nobody" }));
    expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y000400"]);
  });

  it.each([
    ["select_organization", "unsupported prompt value requested"],
    ["none login", "prompt none must only be used alone"],
  ])("sends invalid_request back for prompt=%s", async (prompt, description) => {
    const answer = parameters(await new SimulatorBrowser().visit(url({ prompt })));
    expect([answer.get("error"), answer.get("error_description")]).toEqual(["invalid_request", description]);
  });

  it("reuses the session, silently with prompt=none, and even with prompt=login", async () => {
    const browser = new SimulatorBrowser();
    expect(parameters(await browser.visit(url({ prompt: "none" }))).get("error")).toBe("login_required");
    await logInAs("agent", {}, browser);
    for (const prompt of ["none", "login", "consent", undefined]) {
      expect(parameters(await browser.visit(url({ prompt }))).has("code")).toBe(true);
    }
  });

  it("gives auth_time the time of this passage even when the session is reused", async () => {
    const browser = new SimulatorBrowser();
    await logInAs("agent", {}, browser);
    ahead = 120;
    const { body } = await exchange(issuer, client, (await browser.visit(url())).url);
    ahead = 0;
    expect(Number(readJwt(body.id_token).claims.auth_time) - Date.now() / 1000).toBeGreaterThan(60);
  });

  it("does not reuse the session for another e-mail, identity provider, or an essential eidas2", async () => {
    const browser = new SimulatorBrowser();
    await logInAs("agent_mfa", {}, browser);
    for (const overrides of [
      { login_hint: "farid.meziane@autre-commune.example" },
      { idp_hint: "71144ab3-ee1a-4401-b7b3-79b44f7daeeb" },
      { claims: essential("eidas2") },
    ]) {
      expect((await browser.visit(url(overrides))).body).toContain('data-testid="agents"');
    }
  });

  it("ends the session twelve hours after login", async () => {
    const browser = new SimulatorBrowser();
    await logInAs("agent", {}, browser);
    ahead = 12 * 3600 + 1;
    const page = await browser.visit(url());
    ahead = 0;
    expect(page.body).toContain('data-testid="agents"');
  });

  it("gives new tokens for a refresh token, with the secret in the body and not in a header", async () => {
    const { body } = await exchange(issuer, client, (await logInAs("agent")).url);
    const fields = { grant_type: "refresh_token", refresh_token: String(body.refresh_token) };
    const basic = await fetch(`${issuer}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${client.client_id}:${client.client_secret}`)}` },
      body: new URLSearchParams(fields),
    });
    expect(basic.status).toBe(401);
    const { client_id, client_secret } = client;
    const response = await fetch(`${issuer}/token`, {
      method: "POST",
      body: new URLSearchParams({ ...fields, client_id, client_secret }),
    });
    expect(response.status).toBe(200);
  });

  it("keeps its errors on its own page until the agent tries again", async () => {
    for (const [agent, code, error] of [
      ["agent_compte_bloque", "Y180001", "access_denied"],
      ["agent_erreur_fournisseur", "Y020026", "server_error"],
    ] as const) {
      const browser = new SimulatorBrowser();
      const page = await logInAs(agent, {}, browser);
      expect(textOf(page, "error-code")).toBe(code);
      expect(parameters(await browser.click(page, "back-to-service")).get("error")).toBe(error);
    }
  });

  it("refuses the private sector at a service of type public", async () => {
    const reserved = clientNamed(simulator.proconnect.clients, "Espace réservé au secteur public");
    const page = await logInAs("entreprise_privee", {}, new SimulatorBrowser(), reserved);
    expect(textOf(page, "error-code")).toBe("Y500015");
    expect(parameters(await logInAs("entreprise_privee")).has("code")).toBe(true);
  });

  it("shows Y030031 for a redirect URI that is not registered", async () => {
    const page = await new SimulatorBrowser().visit(url({ redirect_uri: "http://localhost:3000/" }));
    expect(textOf(page, "error-code")).toBe("Y030031");
  });

  it("logs out by the chain, back to the registered address with state, and forgets the session", async () => {
    const browser = new SimulatorBrowser();
    const { body } = await exchange(issuer, client, (await logInAs("agent", {}, browser)).url);
    const query = new URLSearchParams({
      id_token_hint: String(body.id_token),
      post_logout_redirect_uri: String(client.post_logout_redirect_uris?.[0]),
      state: "s".repeat(32),
    });
    const first = await browser.visit(`${issuer}/session/end?${query}`);
    const { url: end } = await browser.submit(await browser.submit(first, "auto-post"), "auto-post");
    expect(end).toBe(`http://localhost:3000/agent/auth/logout/callback?state=${"s".repeat(32)}`);
    expect((await browser.visit(url())).body).toContain('data-testid="agents"');
  });

  it("keeps the agent on its own page when the logout names an unregistered address", async () => {
    const { body } = await exchange(issuer, client, (await logInAs("agent")).url);
    const query = new URLSearchParams({
      id_token_hint: String(body.id_token),
      post_logout_redirect_uri: "http://x.fr/",
    });
    const page = await new SimulatorBrowser().visit(`${issuer}/session/end?${query}`);
    expect(textOf(page, "error-code")).toBe("Y030111");
  });

  it("answers plain JSON to a client that registered no UserInfo algorithm", async () => {
    const plain: SimulatorClient = {
      client_id: "plain",
      client_secret: "s".repeat(64),
      redirect_uris: ["http://localhost:9999/plain"],
      id_token_signed_response_alg: "HS256",
    };
    const other = await startOnFreePorts({ clients: { proconnect: [plain] }, auto: "agent" });
    const base = other.proconnect.issuer;
    const visit = await new SimulatorBrowser().visit(
      authorizeUrl(base, plain, { scope: SCOPE, acr_values: undefined }),
    );
    const { body } = await exchange(base, plain, visit.url);
    const answer = await userinfo(base, body.access_token);
    await other.close();
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(readJwt(body.id_token).header.alg).toBe("HS256");
  });
});
