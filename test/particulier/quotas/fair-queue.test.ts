import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { FairQueue, type Patience } from "../../../src/particulier/quotas/fair-queue.ts";
import { type MemoryLedger, memoryLedger } from "../../../src/particulier/quotas/memory-ledger.ts";
import type { Window } from "../../../src/particulier/quotas/window.ts";
import { type SimulatedTime, simulatedTime } from "../../support/simulated-time.ts";

const FOR_EVER = 3_600_000;
const token = (limit = 5): Window => ({ key: "token", limit, period: 1_000 });

let time: SimulatedTime;
let ledger: MemoryLedger;
let queue: FairQueue;
beforeEach(() => {
  time = simulatedTime();
  ledger = memoryLedger(time);
  queue = new FairQueue(ledger, time);
});

const patience = (milliseconds = FOR_EVER, signal = new AbortController().signal): Patience => {
  const end = time.now() + milliseconds;
  return { left: () => end - time.now(), signal };
};

/** Sends so many calls and remembers when each left. */
function send(recipient: string, count: number, windows: readonly Window[] = [token()]) {
  const left: number[] = [];
  for (let call = 0; call < count; call++) {
    void queue.acquire(windows, recipient, patience()).then((permit) => {
      if (permit.granted) left.push(time.now());
    });
  }
  return left;
}

/** The most calls in any stretch of this length. */
function densest(departures: readonly number[], period: number): number {
  const sorted = [...departures].sort((one, other) => one - other);
  return Math.max(
    0,
    ...sorted.map((start) => sorted.filter((at) => at >= start && at < start + period).length),
  );
}

describe("the queue of departures", () => {
  it("lets as many leave at once as the limit allows, and the others as the window moves on", async () => {
    const left = send("A", 12);
    await time.pass(0);
    expect(left).toHaveLength(5);
    await time.pass(999);
    expect(left).toHaveLength(5);
    await time.pass(1);
    expect(left).toHaveLength(10);
    await time.pass(1_000);
    expect(left).toHaveLength(12);
  });

  it("never exceeds a limit in any stretch of its period, however calls arrive", async () => {
    const arrivals = fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.nat(400)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 8 }), async (calls, limit) => {
        time = simulatedTime();
        queue = new FairQueue(memoryLedger(time), time);
        const left: number[][] = [];
        for (const [recipient, pause] of calls) {
          left.push(send(recipient, 1, [token(limit), { key: "address", limit: 20, period: 5_000 }]));
          await time.pass(pause);
        }
        await time.pass(600_000);
        expect(left.flat()).toHaveLength(calls.length);
        expect(densest(left.flat(), 1_000)).toBeLessThanOrEqual(limit);
        expect(densest(left.flat(), 5_000)).toBeLessThanOrEqual(20);
      }),
      { numRuns: 40 },
    );
  });

  it("does not let twice the limit through around the edge of a period", async () => {
    const early = send("A", 1);
    await time.pass(990);
    const late = send("A", 20);
    await time.pass(10);
    await time.pass(500);
    expect(densest([...early, ...late], 1_000)).toBeLessThanOrEqual(5);
  });

  it("gives recipients turns: one that floods waits behind its own calls only", async () => {
    const flood = send("flood", 100);
    await time.pass(10);
    const small = send("small", 2);
    await time.pass(1_000);
    expect(small).toHaveLength(2);
    expect(flood.length).toBeGreaterThan(5);
  });

  it("shares a limit equally among those who want more than it", async () => {
    const left = ["A", "B", "C", "D", "E"].map((recipient) => send(recipient, 50));
    await time.pass(20_000);
    for (const departures of left) expect(departures.length).toBeGreaterThanOrEqual(20);
  });

  it("does not make one token's calls wait for another's", async () => {
    send("A", 50, [{ key: "token of A", limit: 5, period: 1_000 }]);
    await time.pass(1);
    const other = send("B", 5, [{ key: "token of B", limit: 5, period: 1_000 }]);
    await time.pass(1);
    expect(other).toHaveLength(5);
  });

  it("says at once when a call could not leave before its deadline", async () => {
    send("A", 5);
    await time.pass(100);
    expect(await queue.acquire([token()], "A", patience(500))).toEqual({ granted: false, wait: 900 });
    expect(queue.length).toBe(0);
  });

  it("counts those who are ahead when it says so", async () => {
    send("A", 15);
    await time.pass(0);
    expect(await queue.acquire([token()], "A", patience(1_500))).toEqual({ granted: false, wait: 3_000 });
    const first = queue.acquire([token()], "B", patience(1_500));
    await time.pass(1_000);
    expect(await first).toEqual({ granted: true });
  });

  it("counts those who are ahead with other tokens, where the address is what they share", async () => {
    const address: Window = { key: "address", limit: 5, period: 1_000 };
    const through = (name: string): Window[] => [{ key: name, limit: 100, period: 1_000 }, address];
    for (const recipient of ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"])
      send(recipient, 1, through(recipient));
    await time.pass(0);
    expect(await queue.acquire(through("K"), "K", patience(1_500))).toEqual({ granted: false, wait: 2_000 });
  });

  it("lets go of a caller who gives up, and gives the place to the next", async () => {
    send("A", 5);
    await time.pass(0);
    const controller = new AbortController();
    const given = queue.acquire([token()], "A", patience(FOR_EVER, controller.signal));
    const next = send("A", 1);
    await time.pass(500);
    controller.abort();
    expect(await given).toMatchObject({ granted: false });
    await time.pass(500);
    expect(next).toHaveLength(1);
    expect(queue.length).toBe(0);
  });

  it("lets nobody through a window that is paused, and everybody afterwards", async () => {
    ledger.pause("token", 3_000);
    const left = send("A", 3);
    await time.pass(2_999);
    expect(left).toHaveLength(0);
    await time.pass(1);
    expect(left).toHaveLength(3);
  });

  it("forgets the windows of tokens that are no longer used", async () => {
    for (let index = 0; index < 50_000; index++) {
      await queue.acquire([{ key: `token ${index}`, limit: 20, period: 1_000 }], "A", patience());
      if (index % 100 === 0) await time.pass(1_000);
    }
    expect(ledger.size).toBeLessThan(1_000);
  });
});
