import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ApiParticulier } from "../../../src/particulier/index.ts";
import {
  ANGELA,
  clientOf,
  keepingLogger,
  platformData,
  platformError,
  RECIPIENT,
  reply,
  type ScriptedServer,
  scriptedServer,
} from "../../support/particulier.ts";

const PAUSE_MS = 60_000;
/** For the tests that wait for its end. */
const SHORT_PAUSE_MS = 50;
let server: ScriptedServer;
let api: ApiParticulier;
let status: number;
beforeEach(async () => {
  status = 504;
  server = await scriptedServer((_request, response) =>
    status === 200 ? reply(response, 200, platformData({})) : reply(response, status, platformError("35002")),
  );
  api = clientOf(server.url, { breaker: { failures: 2, pause: PAUSE_MS } });
});
afterEach(() => server.close());

const ask = () => api.quotientFamilial({ identity: ANGELA });
const afterThePause = () => new Promise((resolve) => setTimeout(resolve, SHORT_PAUSE_MS + 20));

describe("the breaker of a provider", () => {
  it("leaves a failing provider alone, and says for how long", async () => {
    await ask();
    const tries = server.requests.length;
    expect(await ask()).toMatchObject({ outcome: "unavailable", code: "provider_paused", retryAfter: 60 });
    expect(server.requests).toHaveLength(tries);
  });

  it("covers all the routes of the provider, and no other provider", async () => {
    await ask();
    expect(await api.primeActivite({ identity: ANGELA })).toMatchObject({ code: "provider_paused" });
    status = 200;
    expect(await api.statutEtudiant({ identity: ANGELA })).toMatchObject({ outcome: "found" });
  });

  it("is shared by the collectivités that share the client", async () => {
    await ask();
    const other = api.withHabilitation({ token: "other", recipient: RECIPIENT });
    expect(await other.quotientFamilial({ identity: ANGELA })).toMatchObject({ code: "provider_paused" });
  });

  it("tries again after a while, and closes when the provider answers", async () => {
    api = clientOf(server.url, { breaker: { failures: 2, pause: SHORT_PAUSE_MS } });
    await ask();
    status = 200;
    await afterThePause();
    expect(await ask()).toMatchObject({ outcome: "found" });
    expect(await ask()).toMatchObject({ outcome: "found" });
  });

  it("opens again at the first failure after the pause", async () => {
    const { logger, lines } = keepingLogger();
    api = clientOf(server.url, { breaker: { failures: 2, pause: SHORT_PAUSE_MS }, logger });
    await ask();
    await afterThePause();
    await ask();
    // Two failures opened it; then each of the two tries that came after a pause did.
    expect(lines.filter((line) => line.includes("left alone"))).toHaveLength(3);
  });

  it.each([401, 403, 404, 409, 422, 429])(
    "does not count a %i: the provider is not at fault",
    async (ours) => {
      status = ours;
      for (let call = 0; call < 3; call++) await api.quotientFamilial({ identity: ANGELA, deadline: 250 });
      status = 200;
      expect((await ask()).code).not.toBe("provider_paused");
    },
  );

  it("does not count FranceConnect's failures against the provider", async () => {
    const failing = await scriptedServer((request, response) =>
      request.url?.includes("/france_connect")
        ? reply(response, 502, platformError("51999"))
        : reply(response, 200, platformData({})),
    );
    const client = clientOf(failing.url, { breaker: { failures: 1, pause: PAUSE_MS } });
    await client.quotientFamilial({ accessToken: "citizen" });
    expect(await client.quotientFamilial({ identity: ANGELA })).toMatchObject({ outcome: "found" });
    await failing.close();
  });

  it("counts a provider that hangs, but no caller in a hurry", async () => {
    const hanging = await scriptedServer(() => undefined);
    const client = clientOf(hanging.url, { breaker: { failures: 1, pause: PAUSE_MS } });
    await client.quotientFamilial({ identity: ANGELA, deadline: 100 });
    expect(await client.quotientFamilial({ identity: ANGELA, deadline: 1_100 })).toMatchObject({
      code: "deadline_exceeded",
    });
    // The breaker learns of it a moment after the caller does.
    await expect
      .poll(async () => (await client.quotientFamilial({ identity: ANGELA, deadline: 50 })).code)
      .toBe("provider_paused");
    await hanging.close();
  });

  it("leaves a provider alone during the maintenance it announced", async () => {
    const closed = await scriptedServer((_request, response) =>
      reply(response, 503, platformError("30020", { meta: { provider: "MEN", retry_in: 600 } })),
    );
    const client = clientOf(closed.url);
    await client.quotientFamilial({ identity: ANGELA });
    expect(await client.quotientFamilial({ identity: ANGELA })).toMatchObject({
      code: "provider_paused",
      retryAfter: 600,
    });
    expect(closed.requests).toHaveLength(1);
    await closed.close();
  });
});
