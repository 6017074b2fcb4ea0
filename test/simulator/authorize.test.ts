import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Simulator, SimulatorClient } from "../../src/simulator/index.ts";
import { authorizeUrl, clientNamed, startOnFreePorts } from "../support/simulator.ts";
import { SimulatorBrowser, textOf } from "../support/simulator-browser.ts";

/** FranceConnect's executable specification of its authorization endpoint, as named cases. */
describe("the authorization request", () => {
  let simulator: Simulator;
  let client: SimulatorClient;
  let issuer: string;

  beforeAll(async () => {
    simulator = await startOnFreePorts({
      clients: {
        franceconnect: [
          {
            client_id: "restricted",
            client_secret: "s".repeat(64),
            redirect_uris: ["http://localhost:9999/callback"],
            scope: "openid given_name",
            idp_hints: ["fip2-low"],
          },
          {
            client_id: "deactivated",
            client_secret: "s".repeat(64),
            redirect_uris: ["http://localhost:9999/callback"],
            active: false,
          },
        ],
      },
    });
    issuer = simulator.franceconnect.issuer;
    client = clientNamed(simulator.franceconnect.clients, "Démarches de la commune");
  });
  afterAll(() => simulator.close());

  const visit = (overrides: Readonly<Record<string, string | undefined>>, from: SimulatorClient = client) =>
    new SimulatorBrowser().visit(authorizeUrl(issuer, from, overrides));
  const named = (id: string): SimulatorClient =>
    simulator.franceconnect.clients.find((row) => row.client_id === id) as SimulatorClient;

  it.each([
    ["code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"],
    ["code_challenge_method", "S256"],
    ["login_hint", "a@example.org"],
    ["max_age", "60"],
    ["display", "page"],
    ["response_mode", "form_post"],
    ["id_token_hint", "x.y.z"],
    ["request", "x.y.z"],
    ["resource", "https://example.org"],
    ["requested_prompt", "login"],
  ])("refuses %s with a page, whatever discovery says", async (name, value) => {
    const page = await visit({ [name]: value });
    expect(page.status).toBe(400);
    expect(textOf(page, "error-code")).toBe("Y030007");
  });

  it.each(["client_id", "redirect_uri", "response_type", "scope", "acr_values", "state", "nonce"])(
    "refuses a request without %s",
    async (name) => {
      const page = await visit({ [name]: undefined });
      expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y030007"]);
    },
  );

  it.each([
    ["a nonce of 21 characters", { nonce: "n".repeat(21) }],
    ["prompt none", { prompt: "none" }],
    ["prompt select_account", { prompt: "select_account" }],
    ["an empty prompt", { prompt: "" }],
    ["claims that are not JSON", { claims: "amr" }],
    ["a redirect URI that is no address", { redirect_uri: "callback" }],
  ])("refuses %s", async (_name, overrides) => {
    expect(textOf(await visit(overrides), "error-code")).toBe("Y030007");
  });

  it("refuses a parameter given twice", async () => {
    const page = await new SimulatorBrowser().visit(
      `${authorizeUrl(issuer, client)}&state=${"t".repeat(64)}`,
    );
    expect(textOf(page, "error-code")).toBe("Y030007");
  });

  it("accepts a nonce of 22 characters and a state of one", async () => {
    expect((await visit({ nonce: "n".repeat(22), state: "s" })).status).toBe(200);
  });

  it.each(["login", "consent", "login consent"])("accepts prompt=%s", async (prompt) => {
    expect((await visit({ prompt })).status).toBe(200);
  });

  it("takes the request as a form, too", async () => {
    const url = new URL(authorizeUrl(issuer, client));
    const page = await new SimulatorBrowser().visit(`${issuer}/authorize`, {
      method: "POST",
      body: url.searchParams,
    });
    expect(page.status).toBe(200);
    expect(textOf(page, "service")).toBe("Démarches de la commune");
  });

  it("reads idp_hint from the query string only", async () => {
    const url = new URL(authorizeUrl(issuer, client, { idp_hint: "unknown" }));
    const page = await new SimulatorBrowser().visit(`${issuer}/authorize`, {
      method: "POST",
      body: url.searchParams,
    });
    expect(page.body).toContain('data-testid="identity-providers"');
  });

  it("shows Y04EA6EF for an unknown client and for a deactivated one", async () => {
    expect(textOf(await visit({ client_id: "unknown" }), "error-code")).toBe("Y04EA6EF");
    expect(textOf(await visit({}, named("deactivated")), "error-code")).toBe("Y04EA6EF");
  });

  it("shows Y04C013C for a redirect URI that is not registered", async () => {
    const page = await visit({ redirect_uri: "http://localhost:3000/elsewhere" });
    expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y04C013C"]);
  });

  it("sends a missing openid scope back to the service", async () => {
    const { url, status } = await visit({ scope: "given_name" });
    const answer = new URL(url).searchParams;
    expect(status).toBe(303);
    expect(answer.get("error")).toBe("invalid_request");
    expect(answer.get("error_description")).toBe(
      "openid scope must be requested when using the acr_values parameter",
    );
    expect(answer.get("state")).toBe("s".repeat(64));
    expect(answer.get("iss")).toBe(issuer);
  });

  it("ignores an unknown scope", async () => {
    expect((await visit({ scope: "openid nonsense" })).status).toBe(200);
  });

  it("sends invalid_scope back for a known scope that the client has no right to", async () => {
    const answer = new URL((await visit({ scope: "openid birthdate" }, named("restricted"))).url)
      .searchParams;
    expect(answer.get("error")).toBe("invalid_scope");
    expect(answer.get("error_description")).toBe("requested scope is not allowed");
    expect(answer.get("scope")).toBe("birthdate");
  });

  it("sends unsupported_response_type back in the fragment when a token was asked for", async () => {
    const { url } = await visit({ response_type: "id_token" });
    expect(new URLSearchParams(new URL(url).hash.slice(1)).get("error")).toBe("unsupported_response_type");
  });

  it("stops on Y100009 when a client without the right asks for amr", async () => {
    const claims = '{"id_token":{"amr":{"essential":true}}}';
    const page = await visit(
      { claims },
      clientNamed(simulator.franceconnect.clients, "Service sans droit sur amr"),
    );
    expect([page.status, textOf(page, "error-code")]).toEqual([400, "Y100009"]);
  });

  it("sends invalid_idp_hint back for a hint that is unknown or not the client's", async () => {
    const unknown = await visit({ idp_hint: "nobody" });
    const forbidden = await visit({ idp_hint: "fip1-low", scope: "openid" }, named("restricted"));
    for (const { url } of [unknown, forbidden]) {
      expect(new URL(url).searchParams.get("error")).toBe("invalid_idp_hint");
    }
  });

  it("goes straight to the identity provider of an allowed hint", async () => {
    const page = await visit({ idp_hint: "fip2-low", scope: "openid" }, named("restricted"));
    expect(page.body).toContain('data-testid="personas"');
  });

  it("asks again for ever when a claim other than amr is requested", async () => {
    const browser = new SimulatorBrowser();
    const page = await browser.visit(
      authorizeUrl(issuer, client, { claims: '{"userinfo":{"gender":null}}', scope: "openid" }),
    );
    const personas = await browser.click(page, "idp-fip1-low");
    const information = await browser.submit(personas, "personas", { persona: "test" });
    const again = await browser.submit(information, "information");
    expect(new URL(again.url).pathname).toMatch(/^\/api\/v2\/interaction\//);
  });

  it("answers an unknown route with a page of code Y000404", async () => {
    const page = await new SimulatorBrowser().visit(`${issuer}/nowhere`);
    expect([page.status, textOf(page, "error-code")]).toEqual([404, "Y000404"]);
  });
});
