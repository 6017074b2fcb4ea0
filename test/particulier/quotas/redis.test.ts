import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createQuotas } from "../../../src/particulier/quotas/quotas.ts";
import { type RedisServer, redisAvailable, startRedis } from "../../support/redis.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("./redis-process.ts", import.meta.url));
const tsx = fileURLToPath(new URL("../../../node_modules/.bin/tsx", import.meta.url));

const caller = (recipient: string, token = "habilitation") =>
  ({ mode: "identite", token, recipient }) as const;
const patience = (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  return { left: () => end - performance.now(), signal: AbortSignal.timeout(milliseconds) };
};

describe.skipIf(!redisAvailable())("quotas kept in Redis", () => {
  let server: RedisServer;
  let redis: ReturnType<typeof createClient>;
  beforeAll(async () => {
    server = await startRedis();
    redis = createClient({ url: server.url });
    // A lost connection is part of the test: the client comes back by itself.
    redis.on("error", () => undefined);
    await redis.connect();
  });
  beforeEach(() => redis.flushAll());
  afterAll(async () => {
    redis?.destroy();
    await server?.stop();
  });

  /** Two processes of one portal, started together. */
  function processes(...calls: [recipient: string, count: number, delay: number][]): Promise<number[][]> {
    const start = Date.now() + 4_000;
    return Promise.all(
      calls.map(async ([recipient, count, delay]) => {
        const times = [String(count), String(5_000 - delay), String(start + delay)];
        const { stdout } = await run(tsx, [program, server.url, recipient, ...times]);
        return JSON.parse(stdout) as number[];
      }),
    );
  }

  it("are one limit for two processes, with turns for each collectivité", async () => {
    const [flood = [], small = []] = await processes(["flood", 200, 0], ["small", 20, 1_500]);
    const all = [...flood, ...small].sort((one, other) => one - other);
    // The clock of departures is read after Redis's answer: the stretch is a little shorter than the window.
    const densest = Math.max(...all.map((from) => all.filter((at) => at >= from && at < from + 900).length));
    expect(densest).toBeLessThanOrEqual(10);
    expect(flood.length).toBeGreaterThan(10);
    // Half of the limit is its fair share: 15 in the three and a half seconds it had, less the start.
    expect(small.length).toBeGreaterThanOrEqual(10);
  });

  it("hold no token, only a name made from it", async () => {
    await createQuotas({}, { redis }).acquire(caller("21330063500017", "very secret token"), patience(1_000));
    const keys = await redis.keys("*");
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toContain("secret");
  });

  it("leave nothing behind: every key expires", async () => {
    const quotas = createQuotas({ perTokenPerSecond: 1 }, { redis });
    await quotas.acquire(caller("A"), patience(1_000));
    await quotas.acquire(caller("A"), patience(10));
    const lifetimes = await Promise.all((await redis.keys("*")).map((key) => redis.pTTL(key)));
    expect(lifetimes.length).toBeGreaterThan(0);
    expect(lifetimes.filter((left) => left === -1)).toEqual([]);
  });

  it("make another process wait out a pause", async () => {
    const one = createQuotas({}, { redis });
    const other = createQuotas({}, { redis });
    one.pause(caller("A"), 30);
    await redis.ping();
    expect(await other.acquire(caller("B"), patience(1_000))).toMatchObject({ granted: false });
    expect(await other.acquire(caller("B", "another token"), patience(1_000))).toEqual({ granted: true });
  });

  it("are counted by the process alone, more carefully, while Redis is away, and together again afterwards", async () => {
    let outages = 0;
    const quotas = createQuotas({ perTokenPerSecond: 8 }, { redis, onOutage: () => outages++ });
    await server.crash();
    const permits = await Promise.all(
      Array.from({ length: 3 }, () => quotas.acquire(caller("A"), patience(600))),
    );
    expect(permits.filter((permit) => permit.granted)).toHaveLength(2);
    expect(outages).toBeGreaterThan(0);
    await server.restart();
    await expect.poll(() => redis.ping().catch(() => ""), { timeout: 10_000 }).toBe("PONG");
    outages = 0;
    expect(await quotas.acquire(caller("B"), patience(2_000))).toEqual({ granted: true });
    expect(outages).toBe(0);
  });
});
