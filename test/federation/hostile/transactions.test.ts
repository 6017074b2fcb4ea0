import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type HostilePortal,
  startHostilePortal,
  type Walk,
  walkToCallback,
} from "../../support/hostile-portal.ts";
import { type HostileProvider, startHostileProvider } from "../../support/hostile-provider.ts";
import { WebBrowser } from "../../support/web-browser.ts";

const MINUTE = 60_000;
const atHome = (url: URL): boolean => ["/", "/bienvenue"].includes(url.pathname);

async function walk(portal: HostilePortal, browser = new WebBrowser()): Promise<Walk> {
  const walked = await walkToCallback(portal, "eidas1", browser);
  if ("page" in walked) throw new Error(walked.page.body);
  return walked;
}

const isLoggedIn = async (portal: HostilePortal, browser: WebBrowser): Promise<boolean> =>
  (await browser.json(`${portal.baseUrl}/auth/me`)).status === 200;

describe("a login under way", () => {
  let provider: HostileProvider;
  let portal: HostilePortal;
  let clock = 0;
  const options = { now: () => new Date(Date.now() + clock) };

  beforeAll(async () => {
    provider = await startHostileProvider({ acr: "eidas1" });
    portal = await startHostilePortal(provider, { platform: "franceconnect", options });
  });
  afterAll(async () => {
    await portal.close();
    await provider.close();
  });

  it("ends once: the back button of somebody logged in leads on", async () => {
    const { browser, callback } = await walk(portal);
    await browser.open(callback, { stop: atHome });
    const again = await browser.open(callback, { stop: atHome });
    expect(again.status).toBe(303);
    expect(again.url.pathname).toBe("/bienvenue");
  });

  it("ends once: a replay without a session has a page of its own", async () => {
    const { browser, callback } = await walk(portal);
    await browser.open(callback, { stop: atHome });
    await browser.jar.setCookie("portal=; Max-Age=0; Path=/", portal.baseUrl);
    const again = await browser.open(callback, { stop: atHome });
    expect(again.status).toBe(400);
    expect(again.body).toContain("transaction_already_used");
    expect(await isLoggedIn(portal, browser)).toBe(false);
  });

  it("ends once, also for two callbacks at the same moment", async () => {
    const { browser, callback } = await walk(portal);
    const pages = await Promise.all([1, 2, 3].map(() => browser.open(callback, { stop: atHome })));
    expect(pages.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(pages.filter(({ body }) => body.includes("transaction_already_used"))).toHaveLength(2);
  });

  it("has nothing left to replay: with the one check out, the nonce is gone too", async () => {
    const unguarded = await startHostilePortal(provider, {
      platform: "franceconnect",
      without: "transaction-unused",
    });
    const { browser, callback } = await walk(unguarded);
    await browser.open(callback, { stop: atHome });
    await browser.jar.setCookie("portal=; Max-Age=0; Path=/", unguarded.baseUrl);
    const again = await browser.open(callback, { stop: atHome });
    expect(again.body).toContain("token_nonce_mismatch");
    await unguarded.close();
  });

  it("lasts ten minutes, on our own clock", async () => {
    const { browser, callback } = await walk(portal);
    clock = 10 * MINUTE + 1_000;
    provider.mutation = { clock };
    const late = await browser.open(callback, { stop: atHome });
    clock = 0;
    provider.mutation = {};
    expect(late.status).toBe(400);
    expect(late.body).toContain("transaction_expired");
    expect(late.body).toContain("/auth/login?level=eidas1&amp;return_to=%2Fbienvenue");
  });

  it("gets through after half an hour where only the age check is out", async () => {
    const unguarded = await startHostilePortal(provider, {
      platform: "franceconnect",
      without: "transaction-age",
      options,
    });
    const { browser, callback } = await walk(unguarded);
    clock = 30 * MINUTE;
    provider.mutation = { clock };
    await browser.open(callback, { stop: atHome });
    clock = 0;
    provider.mutation = {};
    expect(await isLoggedIn(unguarded, browser)).toBe(true);
    await unguarded.close();
  });

  it("is spent by an error of the provider too", async () => {
    const { browser, callback } = await walk(portal);
    const refused = new URL(callback);
    refused.searchParams.set("error", "access_denied");
    expect((await browser.open(refused)).body).toContain("login_cancelled");
    expect((await browser.open(callback)).body).toContain("transaction_already_used");
  });

  it("is not spent by somebody else's browser", async () => {
    const { browser, callback } = await walk(portal);
    expect((await new WebBrowser().open(callback)).body).toContain("transaction_cookie_lost");
    await browser.open(callback, { stop: atHome });
    expect(await isLoggedIn(portal, browser)).toBe(true);
  });

  it("comes in twenties: no tab overwrites another's", async () => {
    const browser = new WebBrowser();
    await walk(portal, browser);
    const walks = await Promise.all(Array.from({ length: 20 }, () => walk(portal, browser)));
    for (const { callback } of walks) {
      const page = await browser.open(callback, { stop: atHome });
      expect(page.status).toBe(303);
    }
  });

  it("is capped per browser: the oldest gives way", async () => {
    const browser = new WebBrowser();
    const first = await walk(portal, browser);
    for (let count = 0; count < 40; count += 1) await walk(portal, browser);
    expect((await browser.open(first.callback)).body).toContain("transaction_unknown");
  });

  it("does not outlive a logout", async () => {
    const { browser, callback } = await walk(portal);
    await browser.open(callback, { stop: atHome });
    const pending = await walk(portal, browser);
    const { body } = await browser.json<{ csrfToken: string }>(`${portal.baseUrl}/auth/me`);
    await browser.post(`${portal.baseUrl}/auth/logout`, { _csrf: body.csrfToken }, () => true);
    expect((await browser.open(pending.callback)).body).toContain("transaction_unknown");
  });

  it("opens no session: its cookie is none, and a session's cookie finds no login", async () => {
    const { browser, callback } = await walk(portal);
    const cookies = await browser.jar.getCookies(portal.baseUrl);
    const [cookie] = cookies.filter(({ key }) => key === "passerelle-login");
    expect(cookie?.httpOnly).toBe(true);
    expect(cookie?.sameSite).toBe("lax");
    expect(cookies.map(({ key }) => key)).not.toContain("portal");

    const thief = new WebBrowser();
    await thief.jar.setCookie(`portal=${cookie?.value}`, portal.baseUrl);
    await thief.jar.setCookie(
      `portal=passerelle-login-${callback.searchParams.get("state")}`,
      portal.baseUrl,
    );
    expect(await isLoggedIn(portal, thief)).toBe(false);
  });

  it("takes any callback at all without a 500", async () => {
    const junk = [
      "?",
      "?state=%",
      "?state=%00&code=%ff",
      `?state=${randomBytes(3000).toString("hex")}`,
      "?iss=a&iss=b",
    ];
    for (const query of junk) {
      const page = await new WebBrowser().open(`${portal.baseUrl}/auth/franceconnect/callback${query}`);
      expect(page.status, query).toBe(400);
    }
  });
});
