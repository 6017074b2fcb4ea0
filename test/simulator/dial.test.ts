import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RequestHandler } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  franceConnect,
  generateKeys,
  type KeyRing,
  type Logger,
  loadKeys,
} from "../../src/federation/index.ts";
import type { Fault } from "../../src/simulator/faults/fault.ts";
import { PROVIDER_FAULTS } from "../../src/simulator/faults/index.ts";
import type { SimulatorClient } from "../../src/simulator/index.ts";
import { startPortal } from "../support/portal.ts";
import { startOnFreePorts } from "../support/simulator.ts";
import { WebBrowser } from "../support/web-browser.ts";

const WORKERS = 8;
const SECRET = "s".repeat(64);
const PLATFORMS = {
  franceconnect: { level: "eidas1", callback: "/auth/franceconnect/callback" },
  "franceconnect-plus": { level: "eidas2", callback: "/auth/franceconnect-plus/callback" },
} as const;

type Platform = keyof typeof PLATFORMS;

/** What one login through our own middleware came to. */
interface Outcome {
  readonly loggedIn: boolean;
  readonly status: number;
  readonly milliseconds: number;
}

describe("our own middleware against the whole dial", () => {
  let directory: string;
  let keys: KeyRing;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "dial-"));
    await generateKeys(directory, { algs: ["RSA-OAEP-256"] });
    keys = await loadKeys(directory);
  });
  afterAll(() => rm(directory, { recursive: true }));

  function client(platform: Platform, baseUrl: string): SimulatorClient {
    const encrypted = {
      id_token_encrypted_response_alg: "RSA-OAEP-256",
      id_token_encrypted_response_enc: "A256GCM",
      userinfo_encrypted_response_alg: "RSA-OAEP-256",
      userinfo_encrypted_response_enc: "A256GCM",
      jwks_uri: `${baseUrl}/.well-known/jwks.json`,
    };
    return {
      client_id: "portal",
      client_secret: SECRET,
      redirect_uris: [`${baseUrl}${PLATFORMS[platform].callback}`],
      id_token_signed_response_alg: "ES256",
      ...(platform === "franceconnect-plus" ? encrypted : {}),
    };
  }

  /** Plays rows one after the other, each against a middleware that knows nothing yet. */
  async function play(
    platform: Platform,
    next: () => Fault | undefined,
    report: (row: Fault, outcome: Outcome) => void,
  ): Promise<void> {
    const low = platform === "franceconnect";
    let current: RequestHandler = (_req, _res, pass) => pass();
    let logger: Logger | undefined;
    const portal = await startPortal((app, opened) => {
      logger = opened.logger;
      app.use((req, res, pass) => current(req, res, pass));
      app.get("/", (_req, res) => void res.send("bonjour"));
    });
    const { baseUrl } = portal;
    const clients = { [low ? "franceconnect" : "franceconnectPlus"]: [client(platform, baseUrl)] };
    const simulator = await startOnFreePorts({ auto: "avec_nom_dusage", clients });
    const { issuer } = low ? simulator.franceconnect : simulator.franceconnectPlus;
    for (let row = next(); row !== undefined; row = next()) {
      const init = { method: "PUT", body: JSON.stringify({ fault: row.name }) };
      await fetch(new URL("/__simulator/config", issuer), init);
      const registered = { issuer, clientId: "portal", clientSecret: SECRET };
      const middleware = franceConnect({
        baseUrl,
        keys,
        ...(logger === undefined ? {} : { logger }),
        [low ? "franceConnect" : "franceConnectPlus"]: registered,
      });
      current = middleware;
      const started = performance.now();
      const browser = new WebBrowser();
      const page = await browser
        .open(`${baseUrl}/auth/login?level=${PLATFORMS[platform].level}&return_to=/`)
        .catch(() => undefined);
      const milliseconds = performance.now() - started;
      const me = await browser.json(`${baseUrl}/auth/me`);
      report(row, { loggedIn: me.status === 200, status: page?.status ?? 0, milliseconds });
      middleware.close();
    }
    await portal.close();
    await simulator.close();
  }

  it.each(["franceconnect", "franceconnect-plus"] as const)(
    "at %s every row ends as its description says: refused, or tolerated",
    async (platform) => {
      const queue = PROVIDER_FAULTS.filter(
        (row) => row.platforms[0] === platform && row.answers?.authorize === undefined,
      );
      const wrong: unknown[] = [];
      const workers = Array.from({ length: WORKERS }, () =>
        play(
          platform,
          () => queue.shift(),
          (row, outcome) => {
            const expected = row.expect === "either" ? outcome.loggedIn : row.expect === "accept";
            const inTime = outcome.milliseconds < 15_000;
            if (outcome.loggedIn !== expected || outcome.status === 500 || !inTime)
              wrong.push([row.name, outcome]);
          },
        ),
      );
      await Promise.all(workers);
      expect(wrong).toEqual([]);
    },
    300_000,
  );
});
