import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { franceConnect, generateKeys, loadKeys, requireLevel } from "../../src/federation/index.ts";
import { DUBOIS, type PlainProvider, startPlainProvider } from "../support/plain-provider.ts";
import { startPortal } from "../support/portal.ts";
import { WebBrowser } from "../support/web-browser.ts";

const SECRET = "s".repeat(64);
const ALGS = ["ES256", "RS256", "HS256"] as const;
const ENCRYPTIONS = ["RSA-OAEP-256", "ECDH-ES", "RSA-OAEP"] as const;

interface Me {
  readonly platform: string;
  readonly level: string;
  readonly sub: string;
  readonly identity: Record<string, unknown>;
  readonly csrfToken: string;
}

describe("a citizen logs in at a plain oidc-provider set up from the facts", () => {
  for (const alg of ALGS) {
    it(`with FranceConnect, tokens signed with ${alg}`, async () => {
      let provider: PlainProvider | undefined;
      const portal = await startPortal(async (app, { baseUrl, logger }) => {
        provider = await startPlainProvider("franceconnect", [
          {
            client_id: "portal",
            client_secret: SECRET,
            redirect_uris: [`${baseUrl}/auth/franceconnect/callback`],
            post_logout_redirect_uris: [`${baseUrl}/auth/logout/callback`],
            id_token_signed_response_alg: alg,
            userinfo_signed_response_alg: alg,
          },
        ]);
        const client = { issuer: provider.issuer, clientId: "portal", clientSecret: SECRET, signingAlg: alg };
        app.use(franceConnect({ baseUrl, logger, franceConnect: client }));
        app.get("/cantine", requireLevel("eidas1"), (req, res) => void res.json(req.citizen));
      });
      const browser = new WebBrowser();
      const page = await browser.open(`${portal.baseUrl}/cantine?enfant=2`);
      expect(page.url.href).toBe(`${portal.baseUrl}/cantine?enfant=2`);
      expect(page.status).toBe(200);
      const { body: me } = await browser.json<Me>(`${portal.baseUrl}/auth/me`);
      expect(me).toMatchObject({
        platform: "franceconnect",
        level: "eidas1",
        sub: "f".repeat(64),
        amr: [],
        identity: {
          givenNames: ["Angela", "Claire", "Louise"],
          familyName: "DUBOIS",
          birthdate: "1962-08-24",
          birthplace: "75107",
          birthcountry: "99100",
          gender: "female",
          email: DUBOIS.email,
        },
      });
      expect(provider?.authorizations[0]?.get("acr_values")).toBe("eidas1");
      await portal.close();
      await provider?.close();
    });
  }

  for (const alg of ENCRYPTIONS) {
    it(`with FranceConnect+, tokens encrypted with ${alg}`, async () => {
      const dir = await mkdtemp(join(tmpdir(), "keys-"));
      await generateKeys(dir, { algs: [alg] });
      const keys = await loadKeys(dir);
      let provider: PlainProvider | undefined;
      const portal = await startPortal(async (app, { baseUrl, logger }) => {
        provider = await startPlainProvider("franceconnect-plus", [
          {
            client_id: "portal",
            client_secret: SECRET,
            redirect_uris: [`${baseUrl}/auth/franceconnect-plus/callback`],
            jwks_uri: `${baseUrl}/.well-known/jwks.json`,
            id_token_signed_response_alg: "ES256",
            id_token_encrypted_response_alg: alg,
            id_token_encrypted_response_enc: "A256GCM",
            userinfo_signed_response_alg: "ES256",
            userinfo_encrypted_response_alg: alg,
            userinfo_encrypted_response_enc: "A256GCM",
          },
        ]);
        const client = { issuer: provider.issuer, clientId: "portal", clientSecret: SECRET };
        app.use(franceConnect({ baseUrl, logger, keys, franceConnectPlus: client }));
        app.get("/apa", requireLevel("eidas2"), (req, res) => void res.json(req.citizen));
      });
      const browser = new WebBrowser();
      const page = await browser.open(`${portal.baseUrl}/apa`);
      expect(page.body).toContain('"level":"eidas2"');
      expect(portal.log.map(({ message }) => message)).toContain("login");
      await portal.close();
      await provider?.close();
      await rm(dir, { recursive: true });
    });
  }
});
