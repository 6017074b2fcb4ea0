import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ChecktokenDouble,
  startChecktokenDouble,
} from "../../simulator/particulier/checktoken-double.ts";
import { type Simulated, simulate } from "../../simulator/particulier/client.ts";
import { CAMILLE_CLAIMS } from "../../simulator/particulier/people.ts";
import { clientOf, keepingLogger } from "../../support/particulier.ts";

/** In FranceConnect mode the platform tells two calls apart by their address only, not by their citizens. */
describe("two citizens of one collectivité at the same moment", () => {
  let checktoken: ChecktokenDouble;
  let platform: Simulated;
  beforeAll(async () => {
    checktoken = await startChecktokenDouble();
    platform = await simulate({
      checktoken: checktoken.options,
      personas: [{ id: "slow", claims: CAMILLE_CLAIMS, particulier: { delayMs: 1_200 } }],
    });
  });
  afterAll(async () => {
    await platform.close();
    await checktoken.close();
  });

  it("collide, and each gets an answer of their own", async () => {
    const shared = { active: true, scope: "cnaf_quotient_familial", ...CAMILLE_CLAIMS };
    checktoken.set("slow", shared);
    checktoken.set("other", { ...shared, family_name: "AUTRE" });
    const { logger, lines } = keepingLogger();
    const api = clientOf(platform.url, { logger });
    const first = api.quotientFamilial({ accessToken: "slow" });
    await expect.poll(() => checktoken.asked.at(-1)?.token).toBe("slow");
    const second = await api.quotientFamilial({ accessToken: "other" });
    expect([(await first).status, second.status]).toEqual([200, 404]);
    expect(lines.filter((line) => line.includes('"cause":409')).length).toBeGreaterThan(0);
  });
});
