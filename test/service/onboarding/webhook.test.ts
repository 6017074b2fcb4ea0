import { afterEach, describe, expect, it } from "vitest";
import { smallRegistry } from "../../onboarding/support.ts";
import { openRollout, type Rollout, WEBHOOK_SECRET } from "../../support/rollout.ts";

const BODY = JSON.stringify({
  event: "approve",
  fired_at: Date.UTC(2022, 1, 10) / 1_000,
  model_type: "authorization_request/france_connect",
  model_id: 7,
  data: {
    id: 7,
    state: "validated",
    last_validated_at: "2022-02-10T09:00:00.000+01:00",
    organization: { name: "COMMUNE DE BORDEAUX", siret: "21330063500017" },
    applicant: { email: "jean@bordeaux.example", given_name: "Jean", family_name: "MARTIN" },
  },
});

/** Signed with the Web Cryptography API: not the code under test. */
async function sign(body: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(WEBHOOK_SECRET), algorithm, false, [
    "sign",
  ]);
  return `sha256=${Buffer.from(await crypto.subtle.sign("HMAC", key, encoder.encode(body))).toString("hex")}`;
}

describe("POST /webhooks/datapass", () => {
  let rollout: Rollout;
  afterEach(() => rollout.close());
  async function open(options: { webhook?: false } = {}) {
    rollout = await openRollout("2022-03-01T10:00:00Z", options);
    await smallRegistry(rollout.store);
    return (body: string, headers: Record<string, string> = {}) =>
      fetch(`${rollout.url}/webhooks/datapass`, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
      });
  }
  const reached = async () => (await rollout.onboarding.timeline("213300635"))?.reached;

  it("takes a signed call, and sets the milestone", async () => {
    const post = await open();
    const response = await post(BODY, { "x-hub-signature-256": await sign(BODY) });
    expect([response.status, await response.json()]).toEqual([200, { outcome: "recorded" }]);
    expect(await reached()).toEqual({ "habilitation-franceconnect": "2022-02-10" });
  });

  it("refuses what is not signed over these very bytes, and records nothing", async () => {
    const post = await open();
    const signature = await sign(BODY);
    const forged = [
      post(BODY),
      post(BODY, { "x-hub-signature-256": "sha256=00" }),
      post(`${BODY} `, { "x-hub-signature-256": signature }),
      post("", { "x-hub-signature-256": signature }),
    ];
    for (const response of await Promise.all(forged)) expect(response.status).toBe(401);
    expect(await reached()).toEqual({});
  });

  it("takes the same call twice for one", async () => {
    const post = await open();
    const headers = { "x-hub-signature-256": await sign(BODY) };
    await post(BODY, headers);
    expect(await (await post(BODY, headers)).json()).toEqual({ outcome: "replayed" });
    expect((await rollout.onboarding.timeline("213300635"))?.history).toHaveLength(1);
  });

  it("refuses a body larger than any request of DataPass, whatever its signature", async () => {
    const post = await open();
    const large = JSON.stringify({ padding: "x".repeat(2_000_000) });
    const response = await post(large, { "x-hub-signature-256": await sign(large) });
    expect(response.status).toBe(413);
  });

  it("writes nothing about the applicant into the logs", async () => {
    const post = await open();
    await post(BODY, { "x-hub-signature-256": await sign(BODY) });
    await post(BODY, { "x-hub-signature-256": "sha256=00" });
    const written = JSON.stringify(rollout.log);
    expect(written).toContain("datapass_recorded");
    expect(written).toContain("datapass_forged");
    expect(written).not.toMatch(/MARTIN|Jean|jean@/);
  });

  it("is no address at all where no secret is configured", async () => {
    const post = await open({ webhook: false });
    expect((await post(BODY, { "x-hub-signature-256": await sign(BODY) })).status).toBe(404);
  });
});
