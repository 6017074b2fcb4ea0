import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CITIZEN_CHECKS } from "../../src/federation/checks/table.ts";
import { createFranceConnect } from "../../src/federation/france-connect.ts";
import { requireLevel, type Tenant } from "../../src/federation/index.ts";
import { without } from "../support/hostile-portal.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type HostileProvider,
  startHostileProvider,
} from "../support/hostile-provider.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { WebBrowser } from "../support/web-browser.ts";

const COUNT = 300;

describe(`${COUNT} collectivités in one process, told apart by a header`, () => {
  let provider: HostileProvider;
  let portal: Portal;

  const start = (check?: string): Promise<Portal> =>
    startPortal((app, { baseUrl, logger }) => {
      const tenants = new Map<string, Tenant>(
        Array.from({ length: COUNT }, (_, index) => {
          const tenant = `commune-${index}`;
          const secret = index === 0 ? CLIENT_SECRET : `${index} `.repeat(32);
          return [
            tenant,
            { tenant, franceConnect: { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: secret } },
          ];
        }),
      );
      app.use(
        createFranceConnect(
          { baseUrl, logger, clientFor: (req) => tenants.get(req.get("x-commune") ?? "") },
          { checks: without(CITIZEN_CHECKS, check) },
        ),
      );
      app.get(
        "/cantine",
        requireLevel("eidas1", (req, res) => void res.json(req.citizen.level)),
      );
    });

  beforeAll(async () => {
    provider = await startHostileProvider({ acr: "eidas1" });
    portal = await start();
  });
  afterAll(async () => {
    await portal.close();
    await provider.close();
  });

  const at = (commune: string) => ({ init: { headers: { "x-commune": commune } } });
  const startAt = async (commune: string, where = portal) => {
    const browser = new WebBrowser();
    const page = await browser.open(`${where.baseUrl}/auth/login?level=eidas1`, {
      ...at(commune),
      stop: () => true,
    });
    const back = await browser.open(page.url, { stop: () => true });
    return { browser, callback: back.url };
  };

  it("each login ends where it started", async () => {
    for (const commune of ["commune-0", "commune-7", `commune-${COUNT - 1}`]) {
      const { browser, callback } = await startAt(commune);
      const page = await browser.open(callback, { ...at(commune), stop: () => true });
      expect(page.status).toBe(303);
      expect((await browser.open(`${portal.baseUrl}/auth/me`, at(commune))).status).toBe(200);
    }
  });

  it("and nowhere else: the tenant is sealed in the transaction", async () => {
    const { browser, callback } = await startAt("commune-0");
    const page = await browser.open(callback, at("commune-1"));
    expect(page.body).toContain("transaction_wrong_tenant");
    const unguarded = await start("transaction-tenant");
    const second = await startAt("commune-0", unguarded);
    const through = await second.browser.open(second.callback, { ...at("commune-1"), stop: () => true });
    expect(through.status).toBe(303);
    await unguarded.close();
  });

  it("a session of one commune is nobody at another", async () => {
    const { browser, callback } = await startAt("commune-0");
    await browser.open(callback, { ...at("commune-0"), stop: () => true });
    expect((await browser.open(`${portal.baseUrl}/auth/me`, at("commune-0"))).status).toBe(200);
    expect((await browser.open(`${portal.baseUrl}/auth/me`, at("commune-1"))).status).toBe(401);
  });

  it("every pair of communes is refused: no callback crosses", async () => {
    const { browser, callback } = await startAt("commune-0");
    for (let index = 1; index < COUNT; index += 1) {
      const other = new WebBrowser();
      other.jar = await browser.jar.clone();
      const page = await other.open(callback, at(`commune-${index}`));
      expect(page.body).toMatch(/transaction_(wrong_tenant|already_used)/);
    }
  });

  it("an unknown commune has a page, and no login", async () => {
    const page = await new WebBrowser().open(`${portal.baseUrl}/auth/login?level=eidas1`, at("nowhere"));
    expect([page.status, page.body.includes("tenant_unknown")]).toEqual([503, true]);
  });

  it("they share one provider: its keys and endpoints are read once", async () => {
    let reads = 0;
    provider.mutation = {
      discovery: (document) => {
        reads += 1;
        return document;
      },
    };
    const fresh = await start();
    for (const commune of ["commune-0", "commune-1", "commune-2"]) await startAt(commune, fresh);
    expect(reads).toBe(1);
    provider.mutation = {};
    await fresh.close();
  });
});
