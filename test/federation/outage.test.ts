import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import session from "express-session";
import { describe, expect, it, vi } from "vitest";
import { franceConnect, type Login, requireLevel } from "../../src/federation/index.ts";
import { leaksIn, login, startHostilePortal } from "../support/hostile-portal.ts";
import { CLIENT_ID, CLIENT_SECRET, startHostileProvider } from "../support/hostile-provider.ts";
import { startPortal } from "../support/portal.ts";
import { WebBrowser } from "../support/web-browser.ts";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("a provider that is away", () => {
  it("is no reason not to start; it is told to citizen and operator, and found again by itself", async () => {
    const port = await freePort();
    const issuer = `http://localhost:${port}`;
    const portal = await startPortal((app, { baseUrl, logger }) => {
      const client = { issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      const middleware = franceConnect({ baseUrl, logger, franceConnect: client });
      app.get("/status", (_req, res) => void res.json(middleware.status()));
      app.use(middleware);
    });
    const browser = new WebBrowser();
    const page = await browser.open(`${portal.baseUrl}/auth/login?level=eidas1`);
    expect([page.status, page.body.includes("provider_not_ready")]).toEqual([503, true]);
    const { body: down } = await browser.json<{ state: string; hint: string }[]>(`${portal.baseUrl}/status`);
    expect(down[0]).toMatchObject({ name: "FranceConnect", issuer, state: "down" });
    expect(down[0]?.hint).toContain("provider_unreachable");

    const document = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
    };
    const server = createServer((req, res) =>
      res.end(JSON.stringify(req.url === "/jwks" ? { keys: [] } : document)),
    );
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    await vi.waitFor(
      async () => {
        const { body } = await browser.json<{ state: string }[]>(`${portal.baseUrl}/status`);
        expect(body[0]?.state).toBe("up");
      },
      { timeout: 15_000, interval: 100 },
    );
    const found = await browser.open(`${portal.baseUrl}/auth/login?level=eidas1`, { stop: () => true });
    expect(found.url.href).toContain(document.authorization_endpoint);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await portal.close();
  });

  it("between authorize and callback becomes a 502 page", async () => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    const portal = await startHostilePortal(provider, { platform: "franceconnect" });
    const outcome = await login(portal, provider, "eidas1", async ({ browser, callback }) => {
      await provider.close();
      return { page: await browser.open(callback), browser };
    });
    expect(outcome.page.status).toBe(502);
    expect(outcome.codes).toEqual(["provider_unreachable"]);
    expect(outcome.leaked).toEqual([]);
    await portal.close();
  });

  it("refuses a code that is too old, a client it does not know, a grant that ended [F4.13]", async () => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    const portal = await startHostilePortal(provider, { platform: "franceconnect" });
    const reference =
      "https://docs.partenaires.franceconnect.gouv.fr/?code=Y049E20B&id=8f2f3c1e-2c2f-4a61-9b7e-111111111111";
    const refuse = (place: "token" | "userinfo", status: number, error: string) => {
      provider.mutation = {
        answer: {
          [place]: (res: import("node:http").ServerResponse) => {
            const body = { error, error_description: "for Angela DUBOIS", error_uri: reference };
            res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
          },
        },
      };
      return login(portal, provider, "eidas1");
    };
    for (const [place, status, error, code] of [
      ["token", 400, "invalid_grant", "code_refused"],
      ["token", 401, "invalid_client", "client_refused"],
      ["token", 400, "whatever", "token_request_refused"],
      ["userinfo", 401, "invalid_token", "userinfo_refused"],
    ] as const) {
      const { page, codes, leaked } = await refuse(place, status, error);
      expect([page.status, codes, leaked]).toEqual([400, [code], []]);
      expect(portal.log.at(-1)).toMatchObject({
        providerCode: "Y049E20B",
        providerId: "8f2f3c1e-2c2f-4a61-9b7e-111111111111",
      });
    }
    await portal.close();
    await provider.close();
  });
});

describe("a session store that fails", () => {
  class FailingStore extends session.MemoryStore {
    failing: "set" | "get" | "destroy" | undefined;
    override set(sid: string, data: session.SessionData, done?: (error?: unknown) => void): void {
      if (this.failing === "set") done?.(new Error(`cannot write ${JSON.stringify(data)}`));
      else super.set(sid, data, done);
    }
    override destroy(sid: string, done?: (error?: unknown) => void): void {
      if (this.failing === "destroy") done?.(new Error("cannot remove"));
      else super.destroy(sid, done);
    }
  }

  it.each(["set", "destroy"] as const)("at %s opens no session [F4.22]", async (operation) => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    const store = new FailingStore();
    const portal = await startPortal(
      (app, { baseUrl, logger }) => {
        const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
        app.use(franceConnect({ baseUrl, logger, franceConnect: client }));
      },
      { store },
    );
    const outcome = await login(portal, provider, "eidas1", async ({ browser, callback }) => {
      store.failing = operation;
      const page = await browser.open(callback);
      store.failing = undefined;
      return { page, browser };
    });
    expect(outcome).toMatchObject({ hasSession: false, codes: ["session_store_failed"], leaked: [] });
    expect(outcome.page.status).toBe(503);
    await portal.close();
    await provider.close();
  });
});

describe("onLogin", () => {
  const run = async (onLogin: (login: Login) => Promise<void>, deadline = 10_000) => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    const portal = await startPortal((app, { baseUrl, logger }) => {
      const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      app.use(
        franceConnect({
          baseUrl,
          logger,
          franceConnect: client,
          onLogin,
          onLoginDeadline: deadline,
          scopes: ({ returnTo }) =>
            returnTo.startsWith("/cantine") ? ["cnaf_quotient_familial", "openid"] : [],
        }),
      );
      app.get("/cantine", requireLevel("eidas1"), (req, res) => {
        res.json({ note: (req.session as { note?: string }).note });
      });
    });
    const browser = new WebBrowser();
    const page = await browser.open(`${portal.baseUrl}/cantine?enfant=2`);
    const stored = JSON.stringify(portal.store);
    await portal.close();
    await provider.close();
    return { page, log: portal.log, provider, stored };
  };

  it("has the living token, the granted scopes and the new session; nothing of the token stays", async () => {
    const seen: Login[] = [];
    const { page, provider, log, stored } = await run(async (found) => {
      seen.push(found);
      Object.assign(found.req.session, { note: "prefilled" });
    });
    expect(JSON.parse(page.body)).toEqual({ note: "prefilled" });
    expect(seen[0]).toMatchObject({ returnTo: "/cantine?enfant=2", scopes: ["openid", "identite_pivot"] });
    expect(seen[0]?.accessToken).toMatch(/^access-/);
    const left = (seen[0]?.accessTokenExpiresAt.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(30_000);
    expect(left).toBeLessThanOrEqual(60_000);
    expect(stored).not.toContain(seen[0]?.accessToken);
    expect(leaksIn(JSON.stringify(log), provider)).toEqual([]);
  });

  it("fails without blocking the login", async () => {
    const { page, log } = await run(async () => {
      throw new Error("Angela DUBOIS has no dossier");
    });
    expect(page.status).toBe(200);
    expect(log.find(({ step }) => step === "onLogin")).toMatchObject({
      code: "internal_failure",
      causeType: "Error",
    });
    expect(JSON.stringify(log)).not.toContain("DUBOIS");
  });

  it("is not waited for past its deadline", async () => {
    const { page } = await run(() => new Promise(() => undefined), 50);
    expect(page.status).toBe(200);
  });
});
