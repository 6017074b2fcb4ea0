import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { proConnect, requireAgent } from "../../src/federation/index.ts";
import { type PlainProvider, startPlainProvider } from "../support/plain-provider.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { WebBrowser } from "../support/web-browser.ts";

const SECRET = "p".repeat(64);
const SIRET = "21330063500017";
const AGENT = {
  given_name: "Camille",
  usual_name: "Durand",
  email: "Camille.Durand@mairie.example.fr",
  siret: SIRET,
  roles: ["agent_public", "agent_public_territorial"],
  organization_label: "Commune de Val-de-Sorgue",
};

describe("an agent logs in at a plain oidc-provider set up as ProConnect", () => {
  let provider: PlainProvider;
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal(async (app, { baseUrl, logger }) => {
      provider = await startPlainProvider("proconnect", [
        {
          client_id: "desk",
          client_secret: SECRET,
          redirect_uris: [`${baseUrl}/agent/auth/callback`],
          post_logout_redirect_uris: [`${baseUrl}/agent/auth/logout/callback`],
          id_token_signed_response_alg: "RS256",
          userinfo_signed_response_alg: "RS256",
        },
      ]);
      const client = { issuer: provider.issuer, clientId: "desk", clientSecret: SECRET };
      app.use(
        "/agent",
        proConnect({
          baseUrl,
          logger,
          mountPath: "/agent/auth",
          home: "/agent",
          client,
          acrValues: ["eidas1", "eidas1-mfa"],
          authorize: ({ siret }) => siret === SIRET || { reason: "Votre organisation n’est pas la nôtre." },
        }),
      );
      app.get(
        "/agent",
        requireAgent((req, res) => void res.json(req.agent)),
      );
    });
  });
  beforeEach(() => {
    provider.subject = { sub: "9e0b0d1c-uuid", acr: "eidas1", amr: ["pwd"], claims: AGENT };
  });
  afterAll(async () => {
    await portal.close();
    await provider.close();
  });

  it("with PKCE, and is who ProConnect says", async () => {
    const browser = new WebBrowser();
    const page = await browser.open(`${portal.baseUrl}/agent`);
    expect(JSON.parse(page.body)).toEqual({
      sub: "9e0b0d1c-uuid",
      email: "camille.durand@mairie.example.fr",
      givenName: "Camille",
      usualName: "Durand",
      siret: SIRET,
      organizationLabel: "Commune de Val-de-Sorgue",
      roles: ["agent_public", "agent_public_territorial"],
      acr: "eidas1",
      amr: ["pwd"],
      authenticatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(provider.authorizations.at(-1)?.get("code_challenge_method")).toBe("S256");
    expect(JSON.parse(provider.authorizations.at(-1)?.get("claims") ?? "")).toEqual({
      id_token: { amr: null, acr: { essential: true, values: ["eidas1", "eidas1-mfa"] } },
    });
  });

  it("and is refused with the reason when the organisation is another", async () => {
    provider.subject.claims = { ...AGENT, siret: "13002526500013" };
    const browser = new WebBrowser();
    const page = await browser.open(`${portal.baseUrl}/agent`);
    expect(page.status).toBe(403);
    expect(page.body).toContain("Votre organisation n’est pas la nôtre.");
    expect((await browser.json(`${portal.baseUrl}/agent`)).status).toBe(401);
  });

  it.each([{ siret: "1" }, { siret: undefined }, { email: "" }, { usual_name: undefined }])(
    "and is refused without a complete identity: %j",
    async (missing) => {
      provider.subject.claims = { ...AGENT, ...missing };
      const page = await new WebBrowser().open(`${portal.baseUrl}/agent`);
      expect(page.status).toBe(403);
      expect(page.body).toMatch(/identity_(incomplete|invalid)/);
    },
  );

  it("and logs out here first, then there", async () => {
    const browser = new WebBrowser();
    await browser.open(`${portal.baseUrl}/agent`);
    const refused = await browser.post(`${portal.baseUrl}/agent/auth/logout`, {});
    expect(refused.status).toBe(403);
    expect((await browser.json(`${portal.baseUrl}/agent`)).status).toBe(200);
  });

  it("never returns to the login itself", async () => {
    const page = await new WebBrowser().open(
      `${portal.baseUrl}/agent/auth/login?return_to=/agent/auth/login`,
    );
    expect(page.url.pathname).toBe("/agent");
  });

  it("goes home to the agents' side when no page was asked for", async () => {
    const browser = new WebBrowser();
    const page = await browser.open(`${portal.baseUrl}/agent/auth/login`);
    expect(page.url.pathname).toBe("/agent");
  });
});
