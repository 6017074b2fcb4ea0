import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { pauseBeforeRetry } from "../../../src/particulier/call/retry-rules.ts";
import { ROUTES } from "../../../src/particulier/index.ts";
import { failure } from "../../../src/particulier/read/read.ts";
import {
  ANGELA,
  clientOf,
  platformData,
  platformError,
  reply,
  type Script,
  type ScriptedServer,
  scriptedServer,
} from "../../support/particulier.ts";

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function ask(script: Script, options: Parameters<typeof clientOf>[1] = {}) {
  server = await scriptedServer(script);
  const answer = await clientOf(server.url, options).quotientFamilial({ identity: ANGELA });
  return { answer, tries: server.requests.length };
}

/** Answers these statuses one after the other, then data. */
const first =
  (...statuses: readonly [number, object?, Record<string, string>?][]): Script =>
  (_request, response, count) => {
    const [status, more, headers] = statuses[count - 1] ?? [200];
    reply(response, status, status === 200 ? platformData({}) : platformError("35001", more), headers);
  };

describe("a call is tried again", () => {
  it("after a 409: the same call was in flight", async () => {
    const { answer, tries } = await ask(first([409], [409]));
    expect([answer.outcome, tries]).toEqual(["found", 3]);
  });

  it("after a 429, not before its Retry-After is over", async () => {
    const started = performance.now();
    const { answer, tries } = await ask(first([429, {}, { "Retry-After": "1" }]));
    expect([answer.outcome, tries]).toEqual(["found", 2]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  it.each([502, 504, 500])("after a %i", async (status) => {
    const { answer, tries } = await ask(first([status]));
    expect([answer.outcome, tries]).toEqual(["found", 2]);
  });

  it("after a 503, once its maintenance is over", async () => {
    const { answer, tries } = await ask(first([503, { meta: { provider: "CNAV", retry_in: 1 } }]));
    expect([answer.outcome, tries]).toEqual(["found", 2]);
  });

  it("after a connection that broke", async () => {
    const { answer, tries } = await ask((_request, response, count) =>
      count === 1 ? response.destroy() : reply(response, 200, platformData({})),
    );
    expect([answer.outcome, tries]).toEqual(["found", 2]);
  });
});

describe("a call is not tried again", () => {
  it.each([400, 401, 403, 404, 410, 422])("after a %i", async (status) => {
    const { tries } = await ask(first([status], [status]));
    expect(tries).toBe(1);
  });

  it("more often than its rule says: no retry storm", async () => {
    const { answer, tries } = await ask(first(...Array.from({ length: 9 }, () => [504] as [number])));
    expect([answer.outcome, answer.status, tries]).toEqual(["unavailable", 504, 2]);
  });

  it("when the platform asks to wait beyond the deadline: it says so at once", async () => {
    const { answer, tries } = await ask(first([429, {}, { "Retry-After": "120" }]));
    expect(answer).toMatchObject({ outcome: "unavailable", status: 429, retryAfter: 120 });
    expect(tries).toBe(1);
  });

  it("when the provider announces a long maintenance", async () => {
    const { answer, tries } = await ask(first([503, { meta: { provider: "MEN", retry_in: 2_700 } }]));
    expect(answer).toMatchObject({ outcome: "unavailable", provider: "MEN", retryAfter: 2_700 });
    expect(tries).toBe(1);
  });
});

describe("the deadline", () => {
  it("ends a call that hangs", async () => {
    const { answer } = await ask(() => undefined, { deadline: 200 });
    expect(answer).toMatchObject({ outcome: "unavailable", code: "deadline_exceeded" });
  });

  it("covers all the tries together", async () => {
    const { answer, tries } = await ask(first([409], [409], [409], [409], [409]), { deadline: 500 });
    expect(answer).toMatchObject({ outcome: "unavailable", status: 409 });
    expect(tries).toBeLessThanOrEqual(2);
  });

  it("is cut short when the caller gives up, and the connection is closed", async () => {
    let closed: () => void = () => undefined;
    const connectionClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    server = await scriptedServer((request) => request.socket.once("close", closed));
    const controller = new AbortController();
    const pending = clientOf(server.url).quotientFamilial({ identity: ANGELA, signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect(await pending).toMatchObject({ outcome: "unavailable", code: "aborted" });
    await connectionClosed;
  });

  it("is over at once for a caller who gave up before", async () => {
    const { answer, tries } = await (async () => {
      server = await scriptedServer((_request, response) => reply(response, 200, platformData({})));
      const answer = await clientOf(server.url).quotientFamilial({
        identity: ANGELA,
        signal: AbortSignal.abort(),
      });
      return { answer, tries: server.requests.length };
    })();
    expect([answer.code, tries]).toEqual(["aborted", 0]);
  });
});

describe("the pause before a retry", () => {
  const failed = (cause: number, after?: number) => ({
    ...failure(ROUTES["quotient-familial"], "network_error"),
    cause,
    ...(after === undefined ? {} : { after }),
  });

  it("is never shorter than the platform asks, never beyond the time left, and never nothing", () => {
    const statuses = fc.constantFrom(409, 429, 500, 502, 503, 504);
    fc.assert(
      fc.property(
        statuses,
        fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
        fc.nat(5),
        fc.integer({ min: 0, max: 60_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (status, after, attempt, left, random) => {
          const pause = pauseBeforeRetry(failed(status, after), attempt, left, () => random);
          if (pause === undefined) return;
          expect(pause).toBeGreaterThan(0);
          expect(pause).toBeLessThan(left);
          expect(pause).toBeGreaterThanOrEqual((after ?? 0) * 1_000);
        },
      ),
    );
  });

  it("differs from one process to the next", () => {
    expect(pauseBeforeRetry(failed(409), 0, 60_000, () => 0)).not.toBe(
      pauseBeforeRetry(failed(409), 0, 60_000, () => 1),
    );
  });
});
