import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostilePortal, startHostilePortal, walkToCallback } from "../../support/hostile-portal.ts";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type HostileProvider,
  startHostileProvider,
} from "../../support/hostile-provider.ts";
import { testKeys } from "../../support/test-keys.ts";

describe("FranceConnect and FranceConnect+ are never taken for each other", () => {
  let low: HostileProvider;
  let high: HostileProvider;

  beforeAll(async () => {
    const keys = await testKeys();
    low = await startHostileProvider({ acr: "eidas1" });
    high = await startHostileProvider({ acr: "eidas2", encryptTo: () => keys.published().keys[0] as never });
  });
  afterAll(async () => {
    await low.close();
    await high.close();
  });

  const portalOf = async (without?: string): Promise<HostilePortal> => {
    const client = (issuer: string) => ({ issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET });
    return startHostilePortal(low, {
      platform: "franceconnect",
      keys: await testKeys(),
      ...(without && { without }),
      options: { franceConnectPlus: client(high.issuer) },
    });
  };
  const misdelivered = async (portal: HostilePortal, level: string, path: string) => {
    const walked = await walkToCallback(portal, level);
    if (!("callback" in walked)) throw new Error("no callback");
    const { browser, callback } = walked;
    const page = await browser.open(`${portal.baseUrl}${path}${callback.search}`);
    const me = await browser.json(`${portal.baseUrl}/auth/me`);
    return { page, status: me.status };
  };

  it.each([
    ["a FranceConnect code at FranceConnect+'s callback", "eidas1", "/auth/franceconnect-plus/callback"],
    ["a FranceConnect+ code at FranceConnect's callback", "eidas2", "/auth/franceconnect/callback"],
  ])("refuses %s [F4.5, F3 19-21]", async (_name, level, path) => {
    const portal = await portalOf();
    const { page, status } = await misdelivered(portal, level, path);
    expect(page.body).toContain("transaction_wrong_platform");
    expect(status).toBe(401);
    await portal.close();

    /** With that check out, RFC 9207's `iss` is the second wall: the code never leaves for the other issuer. */
    const unguarded = await portalOf("transaction-platform");
    expect((await misdelivered(unguarded, level, path)).page.body).toContain("callback_issuer_mismatch");
    await unguarded.close();
  });
});
