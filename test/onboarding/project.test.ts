import { describe, expect, it } from "vitest";
import { appendEvents } from "../../src/onboarding/events/append.ts";
import type { OnboardingEvent } from "../../src/onboarding/events/event.ts";
import type { MilestoneSlug } from "../../src/onboarding/milestone.ts";
import { onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

let number = 0;
const told = (milestone: MilestoneSlug, at: string, more: Partial<OnboardingEvent> = {}): OnboardingEvent => {
  number += 1;
  const reference = `r${number}`;
  const territory = BORDEAUX.code;
  return { territory, milestone, at, action: "reached", source: "agent", reference, evidence: {}, ...more };
};

describe("what stands today", () => {
  onEachDatabase((database) => {
    /** Tells them in this order; what stands after the last. */
    async function standing(...events: readonly OnboardingEvent[]) {
      const store = await database.fresh();
      const { onboarding } = await smallOnboarding(store);
      for (const event of events) await appendEvents(store, [event], new Date("2022-03-01T10:00:00Z"));
      const { stage, stage_at } = await store.db
        .selectFrom("onboarding_territories")
        .select(["stage", "stage_at"])
        .where("code", "=", BORDEAUX.code)
        .executeTakeFirstOrThrow();
      const reached = (await onboarding.timeline(BORDEAUX.code))?.reached;
      return { stage, at: stage_at, reached };
    }

    it("is the furthest milestone, whatever was skipped before it", async () => {
      expect(await standing(told("production", "2022-02-01"), told("contact", "2021-01-01"))).toEqual({
        stage: "production",
        at: "2022-02-01",
        reached: { production: "2022-02-01", contact: "2021-01-01" },
      });
    });

    it("is the furthest of the way, not of the alphabet or of time", async () => {
      const all = [
        told("first-prefilled", "2021-01-01"),
        told("vendor", "2022-02-01"),
        told("sandbox", "2022-01-01"),
      ];
      expect(await standing(...all)).toMatchObject({ stage: "first-prefilled", at: "2021-01-01" });
    });

    it("takes the earliest date where several sources tell the same milestone", async () => {
      const all = [told("production", "2022-02-01"), told("production", "2022-01-15")];
      expect((await standing(...all)).at).toBe("2022-01-15");
    });

    it("forgets an event that a later one corrects, and keeps the correction", async () => {
      const wrong = told("production", "2021-01-01");
      const corrected = told("production", "2022-01-01", { corrects: wrong.reference });
      expect((await standing(wrong, corrected)).at).toBe("2022-01-01");
    });

    it("forgets a withdrawal that was a mistake", async () => {
      const given = told("production", "2021-01-01");
      const mistake = told("production", "2021-02-01", { action: "withdrawn" });
      const again = told("production", "2021-03-01", { corrects: mistake.reference });
      expect((await standing(given, mistake, again)).at).toBe("2021-01-01");
    });

    it("steps back when a habilitation is withdrawn, and forward when it is given again", async () => {
      const given = told("habilitation-franceconnect", "2021-05-01");
      const withdrawn = told("habilitation-franceconnect", "2021-09-01", { action: "withdrawn" });
      expect(await standing(given, withdrawn)).toEqual({ stage: null, at: null, reached: {} });
      const again = [given, withdrawn, told("habilitation-franceconnect", "2022-01-01")].map((event) => ({
        ...event,
        reference: `${event.reference}-again`,
      }));
      expect((await standing(...again)).at).toBe("2022-01-01");
    });

    it("does not take a subsidy for a step of the way", async () => {
      expect(await standing(told("funding-paid", "2022-01-01"))).toMatchObject({
        stage: null,
        reached: { "funding-paid": "2022-01-01" },
      });
    });
  });
});
