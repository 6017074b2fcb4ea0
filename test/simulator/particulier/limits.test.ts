import { afterEach, describe, expect, test } from "vitest";
import { signHabilitation } from "../../../src/simulator/particulier/index.ts";
import type { LimitOptions } from "../../../src/simulator/particulier/options.ts";
import { type Simulated, simulate } from "./client.ts";
import { CAMILLE, QF, QF_CITIZEN } from "./people.ts";

const START = new Date("2026-11-20T10:00:00Z").getTime();
let api: Simulated;
let at = START;
afterEach(() => api.close());

const NONE = {
  perTokenPerSecond: null,
  perAddressPerMinute: null,
  franceConnectPerMinute: null,
  franceConnectPerHour: null,
} as const;

async function start(limits: LimitOptions): Promise<void> {
  at = START;
  api = await simulate({ now: () => new Date(at), limits: { ...NONE, ...limits } });
}

/** Distinct calls, so that none collides with another. */
async function calls(count: number, address = QF, headers: Record<string, string> = {}) {
  const replies = [];
  for (let index = 0; index < count; index += 1) {
    replies.push(await api.get(address, { ...CAMILLE, index }, { headers }));
  }
  return replies;
}

const statuses = (replies: readonly { readonly status: number }[]) => replies.map(({ status }) => status);

describe("Twenty calls a second for one token", () => {
  test("are the default, told in the headers of every answer", async () => {
    await start({ perTokenPerSecond: 20 });
    const [first] = await calls(1);
    expect(first?.headers.get("ratelimit-limit")).toBe("20");
    expect(first?.headers.get("ratelimit-remaining")).toBe("19");
    expect(first?.headers.get("ratelimit-reset")).toBe(String(START / 1000 + 1));
  });

  test("the next one is a 429 in plain JSON, with Retry-After, before anything else is looked at", async () => {
    await start({ perTokenPerSecond: 2 });
    await calls(2);
    const refused = await api.get(QF, { recipient: "nonsense" });
    expect(refused.status).toBe(429);
    expect(refused.body.errors?.[0]).toMatchObject({ code: "00429", title: "Trop de requêtes" });
    expect(refused.headers.get("content-type")).toMatch(/^application\/json/);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
  });

  test("start again with the next second", async () => {
    await start({ perTokenPerSecond: 1 });
    expect(statuses(await calls(2))).toEqual([200, 429]);
    at += 1000;
    expect(statuses(await calls(1))).toEqual([200]);
  });

  test("are counted per token: another habilitation is not held up", async () => {
    await start({ perTokenPerSecond: 1 });
    await calls(2);
    const other = await signHabilitation({ jti: "other", scopes: ["cnaf_enfants"] });
    expect(statuses(await calls(1, QF, { Authorization: `Bearer ${other}` }))).toEqual([200]);
  });
});

describe("FranceConnect mode", () => {
  const from = (address: string) => ({ "X-Forwarded-For": address, Authorization: "Bearer some-citizen" });

  test("is limited per client address, whoever the citizen is", async () => {
    await start({ franceConnectPerMinute: 2 });
    await calls(2, QF_CITIZEN, from("192.0.2.1"));
    const other = { ...from("192.0.2.1"), Authorization: "Bearer another-citizen" };
    const [refused] = await calls(1, QF_CITIZEN, other);
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get("ratelimit-limit")).toBe("2");
    expect(refused?.headers.get("retry-after")).toBe("60");
    expect(statuses(await calls(1, QF_CITIZEN, from("192.0.2.2")))).not.toContain(429);
  });

  test("has an hourly limit behind the one of the minute", async () => {
    await start({ franceConnectPerMinute: 2, franceConnectPerHour: 3 });
    await calls(2, QF_CITIZEN, from("192.0.2.1"));
    at += 60_000;
    expect(statuses(await calls(2, QF_CITIZEN, from("192.0.2.1")))[1]).toBe(429);
  });

  test("does not hold up the habilitation's calls from the same address", async () => {
    await start({ franceConnectPerMinute: 1 });
    await calls(2, QF_CITIZEN, from("192.0.2.1"));
    expect(statuses(await calls(1, QF, { "X-Forwarded-For": "192.0.2.1" }))).toEqual([200]);
  });
});

describe("An address that passes the limit of the minute", () => {
  const impatient = () => api.get(QF, CAMILLE, { signal: AbortSignal.timeout(200) });

  test("gets no answer at all for twelve hours, then answers again", async () => {
    await start({ perAddressPerMinute: 2 });
    await calls(2);
    await expect(impatient()).rejects.toThrow(/timeout/);
    at += 11 * 3600_000;
    await expect(impatient()).rejects.toThrow(/timeout/);
    at += 2 * 3600_000;
    expect(statuses(await calls(1))).toEqual([200]);
  });
});
