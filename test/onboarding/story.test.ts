import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createOnboarding } from "../../src/onboarding/index.ts";
import { territoriesFromCog } from "../../src/onboarding/registry/cog.ts";
import { onEachDatabase } from "../support/databases.ts";

const WITH_SIREN = territoriesFromCog().filter(({ siren }) => siren !== undefined);

/** The figures that were published, told as events about real collectivités: which ones they were was never published. */
async function publicStory(): Promise<string> {
  const rows = [
    ...WITH_SIREN.slice(0, 280).map(({ siren }, index) => {
      const day = new Date(Date.UTC(2019, 0, 1 + ((index * 3) % 1_010))).toISOString().slice(0, 10);
      return `${siren};production;${day}`;
    }),
    ...WITH_SIREN.slice(1_000, 1_104).map(({ siren }) => `${siren};Subvention versée;2021-09-30`),
  ];
  const path = join(await mkdtemp(join(tmpdir(), "passerelle-story-")), "story.csv");
  await writeFile(path, ["siren;jalon;date", ...rows].join("\n"));
  return path;
}

describe("the public story, replayed from events", () => {
  onEachDatabase((database) => {
    it("gives 280 collectivités on 8 October 2021, 104 paid, and 720 to go before the end of 2022", async () => {
      const clock = { now: new Date("2021-10-08T10:00:00+02:00") };
      const onboarding = createOnboarding({ store: await database.fresh(), now: () => clock.now });
      expect((await onboarding.seed()).territories).toBeGreaterThan(35_000);
      const report = await onboarding.importOwnCsv({ path: await publicStory() });
      expect(report).toMatchObject({ lines: 384, matched: 384, added: 384, unusableCount: 0 });

      const day = await onboarding.overview();
      expect(day.campaign).toMatchObject({ baseline: 280, target: 1_000, deadline: "2022-12-31" });
      expect(day.pace).toMatchObject({ actual: 280, required: 280, remaining: 720, verdict: "late" });
      expect(day.pace.neededPerMonth).toBeCloseTo((720 / 449) * (365.25 / 12), 6);
      expect([day.evidenced, day.funded]).toEqual([280, 104]);
      expect(day.pace.forecast).toBeUndefined();

      clock.now = new Date("2022-01-03T10:00:00+01:00");
      const quarter = await onboarding.quarter("2021-Q4");
      expect(quarter).toMatchObject({ actual: 280, funded: 104, target: 1_000, day: "2021-12-31" });
      expect(quarter.milestones).toEqual({ production: 280 });
    });

    it("counts every collectivité of the official code, with the denominators of each stratum", async () => {
      const onboarding = createOnboarding({ store: await database.fresh(), now: () => new Date() });
      await onboarding.seed();
      await onboarding.seed();
      const { breakdowns } = await onboarding.overview();
      const of = Object.fromEntries(breakdowns.stratum.map(({ key, of }) => [key, of]));
      expect(of).toMatchObject({ departement: 101, epci: 1_255, region: 18 });
      expect((of["commune-3500-plus"] ?? 0) + (of["commune-moins-3500"] ?? 0)).toBe(34_969);
      expect(breakdowns.departement.find(({ key }) => key === "33")).toMatchObject({ name: "Gironde" });
    });
  });
});
