import { describe, expect, it } from "vitest";
import { onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

describe("the figures of a quarter", () => {
  onEachDatabase((database) => {
    const open = async (at?: string) => smallOnboarding(await database.fresh(), at);
    const late = {
      territory: BORDEAUX.siren,
      milestone: "production",
      at: "2021-11-15",
      source: "agent",
    } as const;

    it("never move once published, whatever is learned later", async () => {
      const { onboarding, clock } = await open();
      const published = await onboarding.quarter("2021-Q4");
      expect(published).toMatchObject({ actual: 280, method: expect.any(String) });
      await onboarding.tell(late);
      clock.now = new Date("2022-06-01T10:00:00Z");
      expect(await onboarding.quarter("2021-Q4")).toEqual(published);
      expect((await onboarding.quarter("2022-Q1")).actual).toBe(281);
    });

    it("are the same for two that ask first at once", async () => {
      const { onboarding } = await open();
      const [one, two] = await Promise.all([onboarding.quarter("2021-Q4"), onboarding.quarter("2021-Q4")]);
      expect(one).toEqual(two);
    });

    it("count what was reached by its last day, and say which quarter has not ended", async () => {
      const { onboarding, clock } = await open("2021-12-31T22:30:00Z");
      await onboarding.tell(late);
      await expect(onboarding.quarter("2021-Q4")).rejects.toMatchObject({ code: "quarter_open" });
      clock.now = new Date("2021-12-31T23:30:00Z");
      expect((await onboarding.quarter("2021-Q4")).milestones).toEqual({ production: 1 });
      expect((await onboarding.quarter("2021-Q3")).milestones).toEqual({});
    });

    it.each(["2021", "2021-Q5", "Q4", "2021-Q4;"])("are refused for « %s »", async (quarter) => {
      const { onboarding } = await open();
      await expect(onboarding.quarter(quarter)).rejects.toMatchObject({ code: "quarter_unknown" });
    });
  });
});

describe("a campaign", () => {
  onEachDatabase((database) => {
    const open = async () => (await smallOnboarding(await database.fresh())).onboarding;
    const next = {
      id: "suite-2025",
      name: "Suite",
      definition: "Collectivités en production",
      source: "Plan 2025",
      milestone: "production",
      start: "2025-01-01",
      baseline: 1_000,
      target: 5_000,
      deadline: "2025-12-31",
    };

    it("is added once, and then never changes", async () => {
      const onboarding = await open();
      expect(await onboarding.addCampaign(next)).toEqual(next);
      expect((await onboarding.campaigns()).map(({ id }) => id)).toEqual([
        "pre-remplissage-2022",
        "suite-2025",
      ]);
      await expect(onboarding.addCampaign({ ...next, target: 9 })).rejects.toMatchObject({
        code: "campaign_invalid",
      });
    });

    it("is refused with everything that is wrong with it", async () => {
      const onboarding = await open();
      const wrong = { ...next, id: "Été 2025", milestone: "done", definition: " ", deadline: "bientôt" };
      await expect(onboarding.addCampaign(wrong)).rejects.toMatchObject({
        code: "campaign_invalid",
        operatorHint: expect.stringMatching(/id:[\s\S]*definition:[\s\S]*milestone:[\s\S]*deadline:/),
      });
      for (const change of [{ deadline: "2024-01-01" }, { target: 1_000 }])
        await expect(onboarding.addCampaign({ ...next, ...change })).rejects.toMatchObject({
          code: "campaign_invalid",
        });
    });
  });
});
