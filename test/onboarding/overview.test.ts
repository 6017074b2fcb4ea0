import { describe, expect, it } from "vitest";
import type { MilestoneSlug, Onboarding } from "../../src/onboarding/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

const CHAMPCEVINEL = "212400980";
const TOULOUSE = "213105554";

describe("the overview", () => {
  onEachDatabase((database) => {
    const open = async () => smallOnboarding(await database.fresh());
    const reach = (onboarding: Onboarding, territory: string, milestone: MilestoneSlug, at: string) =>
      onboarding.tell({ territory, milestone, at, source: "agent" });

    it("adds to the published baseline only those who came after it", async () => {
      const { onboarding } = await open();
      await reach(onboarding, BORDEAUX.siren, "production", "2020-05-01");
      await reach(onboarding, TOULOUSE, "production", "2021-12-01");
      const { pace, evidenced } = await onboarding.overview();
      expect(pace.actual).toBe(281);
      expect(evidenced).toBe(2);
    });

    it("counts how many wait at each stage, how long it took, and names the one that holds most back", async () => {
      const { onboarding } = await open();
      for (const siren of [BORDEAUX.siren, TOULOUSE])
        await reach(onboarding, siren, "deliberation", "2021-11-01");
      await reach(onboarding, CHAMPCEVINEL, "deliberation", "2021-11-01");
      await reach(onboarding, CHAMPCEVINEL, "habilitation-franceconnect", "2021-11-09");
      const { funnel, bottleneck } = await onboarding.overview();
      const stage = (slug: string) => funnel.find((one) => one.slug === slug);
      expect(stage("deliberation")).toMatchObject({ reached: 3, waiting: 0 });
      expect(stage("habilitation-franceconnect")).toMatchObject({
        reached: 1,
        waiting: 2,
        stalled: 2,
        medianDays: 8,
        official: { days: 7, unit: "working" },
      });
      expect(bottleneck).toBe("habilitation-franceconnect");
    });

    it("lists who waits for longer than usual, the longest first", async () => {
      const { onboarding } = await open();
      await reach(onboarding, TOULOUSE, "contact", "2021-06-01");
      await reach(onboarding, BORDEAUX.siren, "qualification", "2021-09-01");
      await reach(onboarding, CHAMPCEVINEL, "contact", "2022-02-25");
      const ageing = await onboarding.ageing();
      expect(ageing.map(({ name, next, days, owner }) => [name, next, days, owner])).toEqual([
        ["Toulouse", "vendor", 273, "collectivité"],
        ["Bordeaux", "production", 181, "FranceConnect"],
      ]);
    });

    it("counts each group against every collectivité of the group, not only those that began", async () => {
      const { onboarding } = await open();
      await onboarding.savePartners([
        { slug: "numerique-33", kind: "opsn", name: "Numérique 33", certified: false },
      ]);
      for (const siren of [BORDEAUX.siren, "243300316"])
        await onboarding.tell({
          territory: siren,
          milestone: "vendor",
          source: "agent",
          evidence: { opsn: "numerique-33" },
        });
      await reach(onboarding, BORDEAUX.siren, "production", "2022-01-01");
      const { breakdowns } = await onboarding.overview();
      expect(breakdowns.departement.find(({ key }) => key === "33")).toEqual({
        key: "33",
        name: "Gironde",
        reached: 1,
        of: 3,
      });
      expect(breakdowns.stratum.find(({ key }) => key === "commune-moins-3500")).toMatchObject({
        of: 2,
        reached: 0,
      });
      expect(breakdowns.opsn).toEqual([{ key: "numerique-33", name: "Numérique 33", reached: 1, of: 2 }]);
      expect(breakdowns.vendor).toEqual([]);
    });

    it("is read from what was computed until an event, a day or a registry changes it", async () => {
      const { onboarding, clock } = await open();
      const first = await onboarding.overview();
      expect(await onboarding.overview()).toEqual(first);
      await reach(onboarding, TOULOUSE, "production", "2022-02-01");
      expect((await onboarding.overview()).pace.actual).toBe(281);
      clock.now = new Date("2022-03-02T10:00:00Z");
      expect((await onboarding.overview()).pace.today).toBe("2022-03-02");
    });

    it("is the same for all who ask at once", async () => {
      const { onboarding } = await open();
      const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => onboarding.overview()));
      for (const other of others) expect(other).toEqual(first);
    });

    it("follows the campaign asked for, and the latest unless told", async () => {
      const { onboarding } = await open();
      await onboarding.addCampaign({
        id: "charte-2022",
        name: "Charte du 7 mars 2022",
        definition: "« plus de 5 000 collectivités d’ici fin 2022 »",
        source: "Charte d’engagement du 7 mars 2022",
        milestone: "habilitation-franceconnect",
        start: "2022-03-01",
        baseline: 1_100,
        target: 5_000,
        deadline: "2022-12-31",
      });
      expect((await onboarding.overview()).pace.actual).toBe(1_100);
      expect((await onboarding.overview("pre-remplissage-2022")).pace.actual).toBe(280);
      await expect(onboarding.overview("nothing")).rejects.toMatchObject({ code: "campaign_unknown" });
    });
  });
});
