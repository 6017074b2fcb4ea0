import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../src/onboarding/statistics/calendar.ts";
import { forecast } from "../../src/onboarding/statistics/forecast.ts";

const today = "2022-03-01";

/** A small seeded generator (mulberry32), so that a campaign drawn at random is the same on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const exponential = (random: () => number, rate: number) => -Math.log(1 - random()) / rate;

describe("the forecast", () => {
  it("agrees with the closed form for one arrival: P(wait > t) = (T / (T + t))^n", () => {
    const [observed, days] = [10, 100];
    const wait = (probability: number) => days * ((1 - probability) ** (-1 / observed) - 1);
    expect(forecast({ observed, days, remaining: 1, today })).toEqual({
      pace: 0.1,
      expected: addDays(today, Math.ceil(wait(0.5))),
      from: addDays(today, Math.ceil(wait(0.1))),
      to: addDays(today, Math.ceil(wait(0.9))),
    });
  });

  it("comes close to remaining divided by pace when much has been observed", () => {
    const predicted = forecast({ observed: 10_000, days: 1_000, remaining: 5_000, today });
    expect(Math.abs(daysBetween(today, predicted?.expected ?? today) - 500)).toBeLessThanOrEqual(2);
  });

  it("says nothing where nobody has arrived: no pace, no date", () => {
    expect(forecast({ observed: 0, days: 100, remaining: 10, today })).toBeUndefined();
    expect(forecast({ observed: 5, days: 0, remaining: 10, today })).toBeUndefined();
  });

  it("is today when nothing remains", () => {
    expect(forecast({ observed: 5, days: 10, remaining: 0, today })?.to).toBe(today);
  });

  it("holds the truth in its 80 % interval about eight times out of ten", () => {
    const random = generator(20_211_008);
    const [rate, days, remaining, campaigns] = [0.3, 120, 60, 1_000];
    let held = 0;
    for (let campaign = 0; campaign < campaigns; campaign += 1) {
      let observed = 0;
      for (let at = exponential(random, rate); at < days; at += exponential(random, rate)) observed += 1;
      let wait = 0;
      for (let arrival = 0; arrival < remaining; arrival += 1) wait += exponential(random, rate);
      const truth = addDays(today, Math.ceil(wait));
      const predicted = forecast({ observed, days, remaining, today });
      if (predicted && predicted.from <= truth && truth <= predicted.to) held += 1;
    }
    expect(held / campaigns).toBeGreaterThan(0.76);
    expect(held / campaigns).toBeLessThan(0.84);
  });

  it("is ordered, and later when more remains", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 1, max: 2_000 }),
        (observed, days, remaining) => {
          const one = forecast({ observed, days, remaining, today });
          const more = forecast({ observed, days, remaining: remaining + 1, today });
          if (!one || !more) throw new Error("a forecast was expected");
          expect(one.from <= one.expected && one.expected <= one.to).toBe(true);
          expect(more.expected >= one.expected).toBe(true);
        },
      ),
    );
  });
});
