import { RedisStore } from "connect-redis";
import express from "express";
import session from "express-session";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Simulator } from "../../src/simulator/index.ts";
import { type Portal, startPortal } from "../support/portal.ts";
import { type RedisServer, redisAvailable, startRedis } from "../support/redis.ts";
import { startOnFreePorts } from "../support/simulator.ts";
import { WebBrowser } from "../support/web-browser.ts";

const PUBLIC = "http://localhost:1";
const CLIENT = { client_id: "same-instant", client_secret: "s".repeat(64) };
const CALLBACK = "/auth/franceconnect/callback";

describe.skipIf(!redisAvailable())("one callback at two processes in the same instant", () => {
  let redis: RedisServer;
  let simulator: Simulator;
  const portals: Portal[] = [];
  const clients: { destroy(): void }[] = [];

  /** Modules of its own, as another process has: nothing in memory is shared. */
  const start = async (): Promise<Portal> => {
    vi.resetModules();
    const { franceConnect } = await import("../../src/federation/index.ts");
    const client = createClient({ url: redis.url });
    client.on("error", () => undefined);
    await client.connect();
    clients.push(client);
    const sessions = session({
      name: "portal",
      secret: "a secret for tests that is long enough",
      store: new RedisStore({ client, prefix: "portal:" }),
      resave: false,
      saveUninitialized: false,
    });
    const registration = {
      issuer: simulator.franceconnect.issuer,
      clientId: CLIENT.client_id,
      clientSecret: CLIENT.client_secret,
    };
    return startPortal(
      (app, { logger }) =>
        void app.use(franceConnect({ baseUrl: PUBLIC, logger, franceConnect: registration })),
      { before: express.Router().use(sessions) },
    );
  };

  beforeAll(async () => {
    redis = await startRedis();
    simulator = await startOnFreePorts({
      auto: "test",
      clients: {
        franceconnect: [
          { ...CLIENT, redirect_uris: [`${PUBLIC}${CALLBACK}`], id_token_signed_response_alg: "ES256" },
        ],
      },
    });
    portals.push(await start(), await start());
  });
  afterAll(async () => {
    for (const portal of portals) await portal.close();
    for (const client of clients) client.destroy();
    await simulator.close();
    await redis.stop();
  });

  /**
   * A session store has no "set if absent", so both may get as far as the provider. Its code serves once; where it
   * comes twice the provider revokes what it gave, and neither is let in.
   */
  it("opens one session at most; every other answer is a page with a way on, never a 500", async () => {
    for (let round = 0; round < 8; round += 1) {
      const browser = new WebBrowser();
      const { url } = await browser.open(`${portals[0]?.baseUrl}/auth/login?level=eidas1`, {
        stop: ({ origin }) => origin === PUBLIC,
      });
      const pages = await Promise.all(
        portals.map(({ baseUrl }) =>
          browser.open(`${baseUrl}${CALLBACK}${url.search}`, { stop: ({ pathname }) => pathname === "/" }),
        ),
      );
      const refused = pages.filter(({ status }) => status !== 303);
      expect(refused.length).toBeGreaterThan(0);
      for (const { status, body } of refused) {
        expect(status).toBe(400);
        expect(body).toMatch(/transaction_already_used|code_refused|userinfo_refused/);
        expect(body).toContain("/auth/login?level=eidas1");
      }
    }
  });
});
