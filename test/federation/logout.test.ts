import { decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { franceConnect, requireLevel } from "../../src/federation/index.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type HostileProvider,
  startHostileProvider,
} from "../support/hostile-provider.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { testKeys } from "../support/test-keys.ts";
import { WebBrowser } from "../support/web-browser.ts";

describe("logout", () => {
  let low: HostileProvider;
  let high: HostileProvider;
  let portal: Portal;
  const left: string[] = [];

  beforeAll(async () => {
    const keys = await testKeys();
    low = await startHostileProvider({ acr: "eidas1" });
    high = await startHostileProvider({ acr: "eidas2", encryptTo: () => keys.published().keys[0] as never });
    portal = await startPortal((app, { baseUrl, logger }) => {
      const client = (issuer: string) => ({ issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
      app.use(
        franceConnect({
          baseUrl,
          logger,
          keys,
          franceConnect: client(low.issuer),
          franceConnectPlus: client(high.issuer),
          onLogout: ({ citizen }) => {
            left.push(citizen.platform);
            throw new Error("the application's own failure");
          },
        }),
      );
      app.get("/cantine", requireLevel("eidas1"), (_req, res) => void res.send("cantine"));
      app.get("/apa", requireLevel("eidas2"), (_req, res) => void res.send("apa"));
    });
  });
  afterAll(async () => {
    await portal.close();
    await low.close();
    await high.close();
  });

  const loggedIn = async (...paths: string[]): Promise<{ browser: WebBrowser; _csrf: string }> => {
    const browser = new WebBrowser();
    for (const path of paths) await browser.open(portal.baseUrl + path);
    const { body } = await browser.json<{ csrfToken: string }>(`${portal.baseUrl}/auth/me`);
    return { browser, _csrf: body.csrfToken };
  };
  const status = async (browser: WebBrowser) => (await browser.json(`${portal.baseUrl}/auth/me`)).status;
  const anywhere = (): boolean => true;

  it("needs the session's CSRF token", async () => {
    const { browser } = await loggedIn("/cantine");
    const other = await loggedIn("/cantine");
    for (const form of [{}, { _csrf: "" }, { _csrf: other._csrf }]) {
      const page = await browser.post(`${portal.baseUrl}/auth/logout`, form);
      expect([page.status, page.body.includes("csrf_refused")]).toEqual([403, true]);
    }
    expect(await status(browser)).toBe(200);
  });

  it("takes the token as a header too", async () => {
    const { browser, _csrf } = await loggedIn("/cantine");
    const init = { method: "POST", headers: { "x-csrf-token": _csrf } };
    expect((await browser.open(`${portal.baseUrl}/auth/logout`, { init, stop: anywhere })).status).toBe(303);
    expect(await status(browser)).toBe(401);
  });

  it("ends our session first: whoever never comes back is logged out, and the old id is dead", async () => {
    const { browser, _csrf } = await loggedIn("/cantine");
    const cookie = (await browser.jar.getCookies(portal.baseUrl)).find(({ key }) => key === "portal")?.value;
    const page = await browser.post(`${portal.baseUrl}/auth/logout`, { _csrf }, anywhere);
    expect(page.url.href).toContain(`${low.issuer}/session/end?`);
    const thief = new WebBrowser();
    await thief.jar.setCookie(`portal=${cookie}`, portal.baseUrl);
    expect([await status(browser), await status(thief)]).toEqual([401, 401]);
    expect(left.at(-1)).toBe("franceconnect");
  });

  it("asks FranceConnect exactly what its list allows, and comes home on the right state", async () => {
    const { browser, _csrf } = await loggedIn("/cantine");
    const { url } = await browser.post(`${portal.baseUrl}/auth/logout`, { _csrf }, anywhere);
    expect([...url.searchParams.keys()].sort()).toEqual([
      "id_token_hint",
      "post_logout_redirect_uri",
      "state",
    ]);
    const back = new URL(url.searchParams.get("post_logout_redirect_uri") ?? "");
    expect(back.href).toBe(`${portal.baseUrl}/auth/logout/callback`);
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    const home = await browser.open(back, { stop: anywhere });
    expect([home.status, home.url.href]).toEqual([303, `${portal.baseUrl}/`]);
    expect((await browser.open(back)).body).toContain("logout_state_mismatch");
  });

  it("gives FranceConnect+ the inner token, then goes on to FranceConnect", async () => {
    const { browser, _csrf } = await loggedIn("/cantine", "/apa");
    const first = await browser.post(`${portal.baseUrl}/auth/logout`, { _csrf }, anywhere);
    expect(first.url.href).toContain(high.issuer);
    expect(decodeProtectedHeader(first.url.searchParams.get("id_token_hint") ?? "").alg).toBe("ES256");
    const back = new URL(
      `${portal.baseUrl}/auth/logout/callback?state=${first.url.searchParams.get("state")}`,
    );
    const second = await browser.open(back, { stop: anywhere });
    expect(second.url.href).toContain(`${low.issuer}/session/end?`);
  });

  it("a wrong state acts on nobody's session; none at all goes home", async () => {
    const { browser } = await loggedIn("/cantine");
    const victim = await loggedIn("/cantine");
    const { url } = await victim.browser.post(
      `${portal.baseUrl}/auth/logout`,
      { _csrf: victim._csrf },
      anywhere,
    );
    const stolen = url.searchParams.get("state") ?? "";
    for (const state of [stolen, "", "x", "0".repeat(64), `${stolen}&state=${stolen}`]) {
      const page = await browser.open(`${portal.baseUrl}/auth/logout/callback?state=${state}`);
      expect([state, page.status]).toEqual([state, 400]);
    }
    const page = await browser.open(`${portal.baseUrl}/auth/logout/callback`, { stop: anywhere });
    expect(page.url.pathname).toBe("/");
    expect(await status(browser)).toBe(200);
  });

  it("of nobody goes home", async () => {
    const page = await new WebBrowser().post(`${portal.baseUrl}/auth/logout`, {}, anywhere);
    expect([page.status, page.url.pathname]).toEqual([303, "/"]);
  });

  it("never leaves our origin by its own return_to", async () => {
    const { browser, _csrf } = await loggedIn("/cantine");
    const { url } = await browser.post(
      `${portal.baseUrl}/auth/logout`,
      { _csrf, return_to: "//evil.example" },
      anywhere,
    );
    const back = `${portal.baseUrl}/auth/logout/callback?state=${url.searchParams.get("state")}`;
    expect((await browser.open(back, { stop: anywhere })).url.href).toBe(`${portal.baseUrl}/`);
  });
});

describe("logout while the provider is away", () => {
  it("ends our session all the same [F4.23]", async () => {
    const provider = await startHostileProvider({ acr: "eidas1" });
    provider.mutation = { discovery: ({ end_session_endpoint: _, ...document }) => document };
    const portal = await startPortal((app, { baseUrl }) => {
      const client = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
      app.use(franceConnect({ baseUrl, franceConnect: client }));
      app.get("/cantine", requireLevel("eidas1"), (_req, res) => void res.send("cantine"));
    });
    const browser = new WebBrowser();
    await browser.open(`${portal.baseUrl}/cantine`);
    const { body } = await browser.json<{ csrfToken: string }>(`${portal.baseUrl}/auth/me`);
    await provider.close();
    const page = await browser.post(`${portal.baseUrl}/auth/logout`, { _csrf: body.csrfToken }, () => true);
    expect([page.status, page.url.href]).toEqual([303, `${portal.baseUrl}/`]);
    expect((await browser.json(`${portal.baseUrl}/auth/me`)).status).toBe(401);
    await portal.close();
  });
});
