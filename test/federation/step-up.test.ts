import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CITIZEN_CHECKS } from "../../src/federation/checks/table.ts";
import { createFranceConnect } from "../../src/federation/france-connect.ts";
import { linkedAccounts, requireLevel } from "../../src/federation/index.ts";
import { without } from "../support/hostile-portal.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type HostileProvider,
  type Json,
  PIVOT,
  startHostileProvider,
} from "../support/hostile-provider.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { testKeys } from "../support/test-keys.ts";
import { WebBrowser } from "../support/web-browser.ts";

interface Me {
  readonly level: string;
  readonly identity: { readonly familyName: string };
  readonly accounts: readonly { readonly platform: string; readonly sub: string }[];
  readonly note?: string;
  readonly sid: string;
}

const PLUS_SUB = `${"9f8e7d6c".repeat(8)}v1`;

describe("from eidas1 to eidas2 in one session", () => {
  let low: HostileProvider;
  let high: HostileProvider;
  let portal: Portal;

  const start = async (check?: string): Promise<Portal> => {
    const keys = await testKeys();
    low = await startHostileProvider({ acr: "eidas1" });
    high = await startHostileProvider({ acr: "eidas2", encryptTo: () => keys.published().keys[0] as never });
    const client = (issuer: string) => ({ issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
    return startPortal((app, { baseUrl, logger }) => {
      app.use(
        createFranceConnect(
          {
            baseUrl,
            logger,
            keys,
            franceConnect: client(low.issuer),
            franceConnectPlus: client(high.issuer),
          },
          { checks: without(CITIZEN_CHECKS, check) },
        ),
      );
      app.get(
        "/cantine",
        requireLevel("eidas1", (req, res) => void res.json(req.citizen.level)),
      );
      app.get(
        "/apa",
        requireLevel("eidas2", (req, res) => void res.json(req.citizen.level)),
      );
      app.get("/note", (req, res) => {
        Object.assign(req.session, { note: "a draft of the first person" });
        res.json("noted");
      });
      app.get("/me", (req, res) => {
        const note = (req.session as { note?: string }).note;
        res.json({ ...req.citizen, accounts: linkedAccounts(req), note, sid: req.sessionID });
      });
    });
  };
  const meOf = async (browser: WebBrowser): Promise<Me> =>
    (await browser.json<Me>(`${portal.baseUrl}/me`)).body;
  const asPlus = (claims: Json) => ({ ...claims, sub: PLUS_SUB });

  beforeAll(async () => {
    portal = await start();
  });
  beforeEach(() => {
    low.mutation = {};
    high.mutation = { idToken: { claims: asPlus }, userinfo: { claims: asPlus } };
  });
  afterAll(async () => {
    await portal.close();
    await low.close();
    await high.close();
  });

  const atLevelOne = async (): Promise<WebBrowser> => {
    const browser = new WebBrowser();
    await browser.open(`${portal.baseUrl}/cantine`);
    await browser.open(`${portal.baseUrl}/note`);
    return browser;
  };

  it("the same person gets a new session id, keeps what was theirs, and both accounts are linked", async () => {
    const browser = await atLevelOne();
    const before = await meOf(browser);
    const old = (await browser.jar.getCookies(portal.baseUrl)).find(({ key }) => key === "portal")?.value;
    expect((await browser.open(`${portal.baseUrl}/apa`)).body).toBe('"eidas2"');
    const after = await meOf(browser);
    expect(after).toMatchObject({ level: "eidas2", note: "a draft of the first person" });
    expect(after.sid).not.toBe(before.sid);
    expect(after.accounts).toEqual([
      { platform: "franceconnect-plus", sub: PLUS_SUB },
      { platform: "franceconnect", sub: PIVOT.sub },
    ]);
    const thief = new WebBrowser();
    await thief.jar.setCookie(`portal=${old}`, portal.baseUrl);
    expect((await thief.json(`${portal.baseUrl}/auth/me`)).status).toBe(401);
  });

  it("a date that FranceConnect presumed and FranceConnect+ left open is the same date", async () => {
    low.mutation = { userinfo: { claims: (claims) => ({ ...claims, birthdate: "1992-01-01" }) } };
    high.mutation = {
      idToken: { claims: asPlus },
      userinfo: { claims: (claims) => ({ ...asPlus(claims), birthdate: "1992-00-00", birthplace: "Alger" }) },
    };
    const browser = await atLevelOne();
    await browser.open(`${portal.baseUrl}/apa`);
    expect((await meOf(browser)).level).toBe("eidas2");
  });

  it("another person is refused, and the session stays as it was [F4.3]", async () => {
    high.mutation = {
      idToken: { claims: asPlus },
      userinfo: {
        claims: (claims) => ({
          ...asPlus(claims),
          family_name: "MARTIN",
          given_name: "Paul",
          given_name_array: ["Paul"],
        }),
      },
    };
    const browser = await atLevelOne();
    const before = await meOf(browser);
    const page = await browser.open(`${portal.baseUrl}/apa`);
    expect(page.status).toBe(403);
    expect(page.body).toContain("step_up_other_person");
    expect(page.body).toContain('action="/auth/logout"');
    expect(await meOf(browser)).toEqual(before);
  });

  it("cancelled, the session stays as it was [F4.4]", async () => {
    high.mutation = {
      callback: (parameters) => {
        parameters.delete("code");
        parameters.set("error", "access_denied");
      },
    };
    const browser = await atLevelOne();
    const before = await meOf(browser);
    expect((await browser.open(`${portal.baseUrl}/apa`)).body).toContain("login_cancelled");
    expect(await meOf(browser)).toEqual(before);
  });

  it("failed, the session stays as it was; pending, it keeps its level only [B2 partial session]", async () => {
    high.mutation = { idToken: { claims: (claims) => ({ ...claims, nonce: "another" }) } };
    const browser = await atLevelOne();
    const before = await meOf(browser);
    await browser.open(`${portal.baseUrl}/apa`, { stop: (url) => url.pathname.endsWith("/callback") });
    expect((await meOf(browser)).level).toBe("eidas1");
    expect((await browser.open(`${portal.baseUrl}/apa`)).status).toBe(403);
    expect(await meOf(browser)).toEqual(before);
  });

  it("another person who logs in at the same level starts with nothing of the first", async () => {
    const browser = await atLevelOne();
    const sub = "another-person";
    low.mutation = {
      idToken: { claims: (claims) => ({ ...claims, sub }) },
      userinfo: { claims: (claims) => ({ ...claims, sub, family_name: "MARTIN" }) },
    };
    await browser.open(`${portal.baseUrl}/auth/login?level=eidas1&return_to=/me`);
    const after = await meOf(browser);
    expect(after.identity.familyName).toBe("MARTIN");
    expect(after.accounts).toEqual([{ platform: "franceconnect", sub }]);
    expect(after.note).toBeUndefined();
  });

  it("with the one check out another person does get in, and still inherits nothing", async () => {
    const [safePortal, safeLow, safeHigh] = [portal, low, high];
    portal = await start("same-person");
    high.mutation = {
      idToken: { claims: asPlus },
      userinfo: {
        claims: (claims) => ({ ...asPlus(claims), family_name: "MARTIN", given_name_array: ["Paul"] }),
      },
    };
    const browser = await atLevelOne();
    await browser.open(`${portal.baseUrl}/apa`);
    const after = await meOf(browser);
    expect(after.level).toBe("eidas2");
    expect(after.note).toBeUndefined();
    expect(after.accounts).toEqual([{ platform: "franceconnect-plus", sub: PLUS_SUB }]);
    await portal.close();
    await low.close();
    await high.close();
    [portal, low, high] = [safePortal, safeLow, safeHigh];
  });
});
