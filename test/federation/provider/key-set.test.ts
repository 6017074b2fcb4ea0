import { exportJWK, generateKeyPair, type JWK } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { KeySet } from "../../../src/federation/provider/key-set.ts";

const MINUTE = 60_000;
const signal = () => AbortSignal.timeout(10_000);

describe("the provider's keys", () => {
  let jwk: JWK;
  beforeAll(async () => {
    jwk = await exportJWK((await generateKeyPair("ES256", { extractable: true })).publicKey);
  });

  const setup = (first: string) => {
    const provider = { kid: first, reads: 0, clock: 0 };
    const keys = new KeySet(
      async () => {
        provider.reads += 1;
        return JSON.stringify({ keys: [{ ...jwk, alg: "ES256", use: "sig", kid: provider.kid }] });
      },
      () => new Date(provider.clock),
    );
    return { provider, keys, find: (kid: string) => keys.find({ alg: "ES256", kid }, signal()) };
  };
  const refusal = (looked: Promise<unknown>): Promise<unknown> =>
    looked.then(
      (found) => found,
      (error: { code?: string }) => error.code,
    );

  it("are read a dozen times a minute at most, for 200 unknown names", async () => {
    const { provider, find } = setup("known");
    for (let count = 0; count < 200; count += 1) {
      expect(await refusal(find(`unknown-${count}`))).toBe("token_key_unknown");
    }
    expect(provider.reads).toBeLessThanOrEqual(13);
    provider.clock += MINUTE;
    for (let count = 200; count < 400; count += 1) await refusal(find(`unknown-${count}`));
    expect(provider.reads).toBeLessThanOrEqual(25);
  });

  it("are read once for 200 logins that wait for the same new name", async () => {
    const { provider, find } = setup("before");
    await find("before");
    provider.kid = "after";
    const found = await Promise.all(Array.from({ length: 200 }, () => find("after")));
    expect(new Set(found).size).toBe(1);
    expect(provider.reads).toBe(2);
  });

  it("are known to have changed by everybody who verified with the old ones, for one read", async () => {
    const { provider, keys, find } = setup("before");
    await find("before");
    const { edition } = keys;
    provider.kid = "after";
    const looks = () =>
      Promise.all(Array.from({ length: 200 }, () => keys.hasChangedSince(edition, signal())));
    expect(new Set(await looks())).toEqual(new Set([true]));
    expect(new Set(await looks())).toEqual(new Set([true]));
    expect(provider.reads).toBe(2);
  });

  it("are read again by whoever joined a read that had begun too early", async () => {
    const { provider, keys, find } = setup("before");
    await find("before");
    const early = keys.read();
    provider.kid = "after";
    const looked = find("after");
    await early;
    expect(await refusal(looked)).toMatchObject({ type: "public" });
    expect(provider.reads).toBe(3);
  });

  it("are read once for one unknown name that keeps coming", async () => {
    const { provider, find } = setup("known");
    await find("known");
    for (let count = 0; count < 50; count += 1) await refusal(find("unknown"));
    expect(provider.reads).toBe(2);
  });
});
