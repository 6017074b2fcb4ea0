import { describe, expect, it } from "vitest";
import { type Campaign, SHIPPED_CAMPAIGN } from "../../src/onboarding/campaign.ts";
import { endOfQuarter, monthEnds, quarterOf } from "../../src/onboarding/statistics/calendar.ts";
import { curveOf } from "../../src/onboarding/statistics/curve.ts";
import { paceOf, requiredOn } from "../../src/onboarding/statistics/pace.ts";

const campaign: Campaign = {
  ...SHIPPED_CAMPAIGN,
  start: "2022-01-01",
  deadline: "2022-12-31",
  baseline: 0,
  target: 364,
};

describe("the required pace", () => {
  it("is a straight line from the baseline at the start to the target at the deadline", () => {
    expect(requiredOn(SHIPPED_CAMPAIGN, "2021-10-08")).toBe(280);
    expect(requiredOn(SHIPPED_CAMPAIGN, "2022-12-31")).toBe(1_000);
    expect(requiredOn(campaign, "2022-07-02")).toBe(182);
  });

  it("stays at its ends outside of the campaign", () => {
    expect(requiredOn(SHIPPED_CAMPAIGN, "2019-01-01")).toBe(280);
    expect(requiredOn(SHIPPED_CAMPAIGN, "2026-01-01")).toBe(1_000);
  });
});

describe("where a campaign stands", () => {
  const daily = (from: string, days: number, count: number) =>
    Array.from({ length: days }, (_, index) => ({
      at: new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
      count,
    }));

  it("is on track when the pace lately meets the deadline", () => {
    const pace = paceOf(campaign, daily("2022-01-02", 100, 2), "2022-04-11");
    expect(pace).toMatchObject({ actual: 200, remaining: 164, verdict: "on-track" });
    expect(pace.forecast?.expected).toMatch(/^2022-0[67]/);
  });

  it("is late when it does not, and says how many a month are needed", () => {
    const pace = paceOf(campaign, [{ at: "2022-01-10", count: 10 }], "2022-07-02");
    expect(pace.verdict).toBe("late");
    expect(pace.neededPerMonth).toBeCloseTo((354 / 182) * (365.25 / 12), 5);
  });

  it("is missed once the deadline has passed below the target, with the date at which it will be met all the same", () => {
    const pace = paceOf(campaign, daily("2022-08-01", 180, 1), "2023-01-27");
    expect(pace.verdict).toBe("missed");
    expect(pace.neededPerMonth).toBeUndefined();
    expect(pace.forecast?.expected.slice(0, 4)).toBe("2023");
  });

  it("is met as soon as the target is, whatever the date", () => {
    expect(paceOf(campaign, [{ at: "2022-02-01", count: 400 }], "2022-03-01").verdict).toBe("met");
  });

  it("does not count what comes after today", () => {
    expect(paceOf(campaign, [{ at: "2022-06-01", count: 5 }], "2022-05-31").actual).toBe(0);
  });
});

describe("the curve", () => {
  it("has each month's end, the actual number up to today and the required one up to the deadline", () => {
    const curve = curveOf(campaign, [{ at: "2022-01-15", count: 3 }], "2022-02-10");
    expect(curve.slice(0, 4)).toEqual([
      { day: "2022-01-01", required: 0, actual: 0 },
      { day: "2022-01-31", required: 30, actual: 3 },
      { day: "2022-02-10", required: 40, actual: 3 },
      { day: "2022-02-28", required: 58 },
    ]);
    expect(curve.at(-1)).toEqual({ day: "2022-12-31", required: 364 });
  });

  it("goes on to today when the deadline has passed", () => {
    expect(curveOf(campaign, [], "2023-03-15").at(-1)).toEqual({
      day: "2023-03-15",
      required: 364,
      actual: 0,
    });
  });
});

describe("the calendar", () => {
  it("knows quarters and their last day", () => {
    expect(quarterOf("2021-10-08")).toBe("2021-Q4");
    expect(endOfQuarter("2021-Q4")).toBe("2021-12-31");
    expect(endOfQuarter("2021-Q5")).toBeUndefined();
    expect(endOfQuarter("Q4-2021")).toBeUndefined();
  });

  it("ends February on its last day, in leap years too", () => {
    expect(monthEnds("2024-02-01", "2024-03-15")).toEqual(["2024-02-29", "2024-03-15"]);
  });
});
