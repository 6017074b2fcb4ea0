import { describe, expect, it } from "vitest";
import { project } from "../../src/onboarding/events/project.ts";
import type { MilestoneSlug } from "../../src/onboarding/milestone.ts";

let sequence = 0;
const told = (milestone: MilestoneSlug, at: string, more: object = {}) => {
  sequence += 1;
  return {
    sequence,
    milestone,
    at,
    action: "reached" as const,
    reference: `r${sequence}`,
    ...more,
  };
};

describe("what stands today", () => {
  it("is the furthest milestone, whatever was skipped before it", () => {
    const standing = project([told("production", "2022-02-01"), told("contact", "2021-01-01")]);
    expect(standing).toMatchObject({ stage: "production", stageAt: "2022-02-01" });
    expect(standing.reached.size).toBe(2);
  });

  it("takes the earliest date where several sources tell the same milestone", () => {
    expect(project([told("production", "2022-02-01"), told("production", "2022-01-15")]).stageAt).toBe(
      "2022-01-15",
    );
  });

  it("forgets an event that a later one corrects, and keeps the correction", () => {
    const wrong = told("production", "2021-01-01");
    expect(project([wrong, told("production", "2022-01-01", { corrects: wrong.reference })]).stageAt).toBe(
      "2022-01-01",
    );
  });

  it("steps back when a habilitation is withdrawn, and forward when it is given again", () => {
    const given = told("habilitation-franceconnect", "2021-05-01");
    const withdrawn = told("habilitation-franceconnect", "2021-09-01", { action: "withdrawn" as const });
    expect(project([given, withdrawn]).stage).toBeUndefined();
    const again = told("habilitation-franceconnect", "2022-01-01");
    expect(project([given, withdrawn, again]).stageAt).toBe("2022-01-01");
  });

  it("does not take a subsidy for a step of the way", () => {
    expect(project([told("funding-paid", "2022-01-01")]).stage).toBeUndefined();
  });
});
