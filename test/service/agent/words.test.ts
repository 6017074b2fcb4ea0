import { describe, expect, it } from "vitest";
import {
  daysSince,
  longMoment,
  periodInWords,
  shortMoment,
  waiting,
} from "../../../src/service/dates.ts";
import { originOf } from "../../../src/service/agent/origin.ts";
import { count } from "../../../src/service/agent/words.ts";

describe("dates, as agents read them", () => {
  it("are where the collectivité is, not where the server is, summer and winter", () => {
    expect(longMoment("2026-11-18T23:30:00Z")).toBe("19 novembre 2026 à 0\u00a0h\u00a030");
    expect(shortMoment("2026-07-18T22:05:00Z")).toBe("19/07/2026 à 0\u00a0h\u00a005");
  });

  it.each([
    ["2026-11", "novembre 2026"],
    ["2026-13", "2026-13"],
    ["2025", "2025"],
    ["2025-2026", "2025-2026"],
  ])("write the period %s as « %s »", (period, words) => {
    expect(periodInWords(period)).toBe(words);
  });

  it("count whole days, and none before it began", () => {
    const now = new Date("2026-11-20T09:00:00Z");
    expect(daysSince("2026-11-18T09:00:01Z", now)).toBe(1);
    expect(daysSince("2026-11-21T09:00:00Z", now)).toBe(0);
    expect(waiting("2026-11-20T08:00:00Z", now)).toBe("depuis aujourd’hui");
    expect(waiting("2026-11-18T08:00:00Z", now)).toBe("depuis 2 jours");
  });
});

describe("an origin in words", () => {
  it("names the provider, the way, the period and the moment", () => {
    expect(
      originOf({
        source: "api-particulier",
        provider: "CNAF",
        period: "2026-11",
        fetchedAt: "2026-11-18T09:12:00Z",
      }),
    ).toEqual({
      from: "CAF",
      details: ["via API Particulier, novembre 2026", "lu le 18/11/2026 à 10\u00a0h\u00a012"],
      official: true,
    });
  });

  it("keeps the name of a provider it does not know", () => {
    expect(originOf({ source: "api-particulier", provider: "NOUVEAU" }).from).toBe("NOUVEAU");
  });

  it("does not take the citizen's or the counter's word for the State's", () => {
    expect(originOf({ source: "citizen" })).toEqual({ from: "Usager", details: [], official: false });
    expect(originOf({ source: "agent" }).official).toBe(false);
  });
});

describe("a count", () => {
  it("agrees in number, as French does: none is singular", () => {
    expect([0, 1, 2].map((number) => count(number, "dossier", "dossiers"))).toEqual([
      "0 dossier",
      "1 dossier",
      "2 dossiers",
    ]);
  });
});
