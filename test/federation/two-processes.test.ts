import { RedisStore } from "connect-redis";
import express from "express";
import session from "express-session";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { franceConnect } from "../../src/federation/index.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type HostileProvider,
  startHostileProvider,
} from "../support/hostile-provider.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { type RedisServer, redisAvailable, startRedis } from "../support/redis.ts";
import { WebBrowser } from "../support/web-browser.ts";

describe.skipIf(!redisAvailable())("two processes on one Redis, without sticky sessions [F4.22]", () => {
  let redis: RedisServer;
  let provider: HostileProvider;
  const portals: Portal[] = [];
  const connect = () => createClient({ url: redis.url, disableOfflineQueue: true });
  const clients: ReturnType<typeof connect>[] = [];
  const PUBLIC = "http://localhost:1";

  const start = async (): Promise<Portal> => {
    const client = connect();
    client.on("error", () => undefined);
    await client.connect();
    clients.push(client);
    return startPortal(
      (app, { logger }) => {
        const registration = { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
        app.use(franceConnect({ baseUrl: PUBLIC, logger, franceConnect: registration }));
      },
      {
        before: express.Router().use(
          session({
            name: "portal",
            secret: "a secret for tests that is long enough",
            store: new RedisStore({ client, prefix: "portal:" }),
            resave: false,
            saveUninitialized: false,
          }),
        ),
      },
    );
  };

  beforeAll(async () => {
    redis = await startRedis();
    provider = await startHostileProvider({ acr: "eidas1" });
    portals.push(await start(), await start());
  });
  afterAll(async () => {
    for (const portal of portals) await portal.close();
    for (const client of clients) client.destroy();
    await provider.close();
    await redis.stop();
  });

  const [first, second] = [() => portals[0] as Portal, () => portals[1] as Portal];
  const startAt = async (portal: Portal) => {
    const browser = new WebBrowser();
    const asked = await browser.open(`${portal.baseUrl}/auth/login?level=eidas1&return_to=/cantine`, {
      stop: () => true,
    });
    const back = await browser.open(asked.url, { stop: () => true });
    return { browser, search: back.url.search };
  };

  it("a login that starts at one ends at the other, once", async () => {
    const { browser, search } = await startAt(first());
    const callback = `${second().baseUrl}/auth/franceconnect/callback${search}`;
    expect((await browser.open(callback, { stop: () => true })).url.pathname).toBe("/cantine");
    expect((await browser.json(`${first().baseUrl}/auth/me`)).status).toBe(200);
    await browser.jar.setCookie("portal=; Max-Age=0; Path=/", first().baseUrl);
    const replay = await browser.open(`${first().baseUrl}/auth/franceconnect/callback${search}`);
    expect(replay.body).toContain("transaction_already_used");
  });

  it("nothing of a login stays in Redis for more than twenty minutes", async () => {
    await startAt(first());
    const [client] = clients;
    const keys = (await client?.keys("portal:passerelle-*")) ?? [];
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) {
      const left = (await client?.ttl(key)) ?? -1;
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(20 * 60);
    }
  });

  it("a store that goes away opens no session, and is told with a page", async () => {
    const { browser, search } = await startAt(first());
    await redis.crash();
    const page = await browser.open(`${second().baseUrl}/auth/franceconnect/callback${search}`);
    expect([page.status, page.body.includes("session_store_failed")]).toEqual([503, true]);
    await redis.restart();
  });
});
