import express from "express";
import request from "supertest";
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import {
  type Citizen,
  type CitizenRequest,
  csrfProtection,
  franceConnect,
  requireLevel,
} from "../../src/federation/index.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type HostileProvider,
  startHostileProvider,
} from "../support/hostile-provider.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { WebBrowser } from "../support/web-browser.ts";

describe("requireLevel", () => {
  let provider: HostileProvider;
  let portal: Portal;

  beforeAll(async () => {
    provider = await startHostileProvider({ acr: "eidas1" });
    portal = await startPortal((app, { baseUrl, logger }) => {
      const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      app.use(franceConnect({ baseUrl, logger, franceConnect: client }));
      app.all("/cantine", requireLevel("eidas1"), (_req, res) => void res.send("cantine"));
      app.all("/apa", requireLevel("eidas2"), (_req, res) => void res.send("apa"));
      app.post("/envoi", csrfProtection, (_req, res) => void res.send("sent"));
    });
  });
  afterAll(async () => {
    await portal.close();
    await provider.close();
  });

  it("sends a browser that opens a page to log in, and remembers the page", async () => {
    const answer = await request(portal.baseUrl).get("/cantine?enfant=2").set("accept", "text/html");
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/auth/login?level=eidas1&return_to=%2Fcantine%3Fenfant%3D2");
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it("answers a JSON client 401, then 403 below the level", async () => {
    const json = { accept: "application/json" };
    const anonymous = await request(portal.baseUrl).get("/apa").set(json);
    expect([anonymous.status, anonymous.body]).toEqual([401, { error: "unauthenticated" }]);
    const browser = new WebBrowser();
    await browser.open(`${portal.baseUrl}/cantine`);
    const low = await browser.json(`${portal.baseUrl}/apa`);
    expect([low.status, low.body]).toEqual([403, { error: "insufficient_level", required: "eidas2" }]);
  });

  it.each([
    ["a form", "post", {}],
    ["an image", "get", { "sec-fetch-dest": "image" }],
    ["a script", "get", { "sec-fetch-dest": "empty" }],
    ["a frame", "get", { "sec-fetch-dest": "iframe" }],
    ["XMLHttpRequest", "get", { "x-requested-with": "XMLHttpRequest" }],
  ] as const)("starts no login for %s", async (_name, method, headers) => {
    const answer = await request(portal.baseUrl)
      [method]("/cantine")
      .set({ accept: "text/html", ...headers });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain("authentication_required");
  });

  it("says when it is mounted without the middleware", async () => {
    const app = express();
    app.get("/", requireLevel("eidas1"));
    const answer = await request(app).get("/");
    expect(answer.text).toContain("mount franceConnect() before requireLevel()");
  });

  it("answers 503 where there is no session to log in to", async () => {
    const app = express();
    const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
    const middleware = franceConnect({ baseUrl: "http://localhost", franceConnect: client });
    app.use(middleware);
    app.get("/", requireLevel("eidas1"));
    for (const path of ["/", "/auth/login", "/auth/franceconnect/callback?state=a"]) {
      expect([path, (await request(app).get(path)).status]).toEqual([
        path,
        path.includes("callback") ? 400 : 503,
      ]);
    }
    middleware.close();
  });

  it("types the citizen as present and of the level", () => {
    expectTypeOf<CitizenRequest<"eidas2">["citizen"]>().toMatchTypeOf<Citizen<"eidas2" | "eidas3">>();
    requireLevel("eidas3", (req, res) => {
      expectTypeOf(req.citizen.level).toEqualTypeOf<"eidas3">();
      res.end();
    });
  });
});

describe("the contract's routes", () => {
  let provider: HostileProvider;
  let portal: Portal;
  beforeAll(async () => {
    provider = await startHostileProvider({ acr: "eidas1" });
    portal = await startPortal((app, { baseUrl }) => {
      const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      app.use(franceConnect({ baseUrl, franceConnect: client }));
    });
  });
  afterAll(async () => {
    await portal.close();
    await provider.close();
  });

  it("GET /auth/me is 401 with nobody, and has the contract's shape with somebody", async () => {
    const browser = new WebBrowser();
    const nobody = await browser.json(`${portal.baseUrl}/auth/me`);
    expect([nobody.status, nobody.body]).toEqual([401, { error: "unauthenticated" }]);
    await browser.open(`${portal.baseUrl}/auth/login?level=eidas1&return_to=/auth/me`, {
      stop: (url) => url.pathname === "/",
    });
    const { body } = await browser.json<Record<string, unknown>>(`${portal.baseUrl}/auth/me`);
    expect(Object.keys(body).sort()).toEqual([
      "amr",
      "authenticatedAt",
      "csrfToken",
      "identity",
      "level",
      "platform",
      "sub",
    ]);
    expect(Number.isNaN(Date.parse(String(body.authenticatedAt)))).toBe(false);
  });

  it.each([
    ["post", "/auth/login", "GET"],
    ["get", "/auth/logout", "POST"],
    ["put", "/auth/me", "GET"],
    ["delete", "/.well-known/jwks.json", "GET"],
  ] as const)("%s %s is 405 with Allow: %s", async (method, path, allow) => {
    const answer = await request(portal.baseUrl)[method](path);
    expect([answer.status, answer.headers.allow]).toEqual([405, allow]);
  });

  it.each(["", "eidas0", "EIDAS1", "eidas1 eidas2"])(
    "GET /auth/login?level=%s is refused with a page",
    async (level) => {
      const answer = await request(portal.baseUrl)
        .get("/auth/login")
        .query({ level })
        .set("accept", "text/html");
      expect([answer.status, answer.text.includes("level_unknown")]).toEqual([400, true]);
    },
  );

  it("GET /auth/login for a level that no client serves is 503", async () => {
    const answer = await request(portal.baseUrl).get("/auth/login?level=eidas2").set("accept", "text/html");
    expect([answer.status, answer.text.includes("level_unavailable")]).toEqual([503, true]);
  });

  it("asks exactly what FranceConnect's list allows [ten facts, 1 and 2]", async () => {
    const answer = await request(portal.baseUrl).get("/auth/login?level=eidas1");
    const { searchParams } = new URL(String(answer.headers.location));
    expect([...searchParams.keys()].sort()).toEqual([
      "acr_values",
      "client_id",
      "nonce",
      "redirect_uri",
      "response_type",
      "scope",
      "state",
    ]);
    expect(searchParams.get("state")).toMatch(/^[0-9a-f]{64}$/);
    expect(searchParams.get("nonce")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("never takes its address from the request [F4.21]", async () => {
    const answer = await request(portal.baseUrl)
      .get("/auth/login?level=eidas1")
      .set({ host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" });
    const { searchParams } = new URL(String(answer.headers.location));
    expect(searchParams.get("redirect_uri")).toBe(`${portal.baseUrl}/auth/franceconnect/callback`);
  });

  it("binds the login to a __Host- cookie under https [F4.24]", async () => {
    const secure = await startPortal((app) => {
      app.set("trust proxy", true);
      const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      app.use(franceConnect({ baseUrl: "https://demarches.example.fr", franceConnect: client }));
    });
    const answer = await request(secure.baseUrl).get("/auth/login?level=eidas1");
    expect(answer.headers["set-cookie"]?.[0]).toMatch(
      /^__Host-passerelle-login=[\w-]{43}; Max-Age=1200; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    await secure.close();
  });
});
