import { describe, expect, it } from "vitest";
import { birthplaceCodes, birthplaceLabel } from "../../src/federation/index.ts";

describe("the codes of a place of birth", () => {
  it.each([
    ["Avignon (84)", ["84007"]],
    ["avignon 84", ["84007"]],
    ["AVIGNON", ["84007"]],
    ["84007", ["84007"]],
    ["Paris 7e Arrondissement", ["75107"]],
    ["Ajaccio (2A)", ["2A004"]],
    ["2a004", ["2A004"]],
    ["L’Isle-sur-la-Sorgue (84)", ["84054"]],
    ["Saint-Denis (974)", ["97411"]],
  ])("« %s » are %o", async (text, codes) => {
    expect(await birthplaceCodes(text)).toEqual(codes);
  });

  it("are several where communes share a name, until the département is told", async () => {
    expect((await birthplaceCodes("Saint-Denis")).length).toBeGreaterThan(1);
    expect(await birthplaceCodes("Saint-Denis (93)")).toEqual(["93066"]);
  });

  it.each(["", "Trifouillis-les-Oies", "Avignon (13)", "99100", "00000", "(84)", "' or 1=1"])(
    "of « %s » are none",
    async (text) => {
      expect(await birthplaceCodes(text)).toEqual([]);
    },
  );

  it("lead back to the name", async () => {
    const [code = ""] = await birthplaceCodes("Avignon (84)");
    const born = { givenNames: ["A"], familyName: "B", birthdate: "1962-08-24", birthplace: code };
    expect(await birthplaceLabel(born)).toBe("Avignon");
  });
});
