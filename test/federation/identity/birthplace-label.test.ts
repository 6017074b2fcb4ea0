import { describe, expect, it } from "vitest";
import { birthplaceLabel } from "../../../src/federation/index.ts";

const born = (place: object) =>
  birthplaceLabel({ givenNames: ["Angela"], familyName: "DUBOIS", birthdate: "1962-08-24", ...place });

describe("the place of birth in words", () => {
  it.each([
    ["84007", "Avignon"],
    ["75107", "Paris 7e Arrondissement"],
    ["2A004", "Ajaccio"],
    ["2B050", "Calvi"],
    ["97411", "Saint-Denis"],
  ])("%s is %s", async (birthplace, label) => {
    expect(await born({ birthplace, birthcountry: "99100" })).toBe(label);
  });

  it("is France where the commune is not in the table, and nothing for a birth abroad", async () => {
    expect(await born({ birthplace: "00000", birthcountry: "99100" })).toBe("France");
    expect(await born({ birthcountry: "99352" })).toBeUndefined();
    expect(await born({ birthplace: "Alger" })).toBeUndefined();
  });
});
