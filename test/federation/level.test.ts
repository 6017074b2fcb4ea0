import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenLevel } from "../../src/federation/checks/token-level.ts";
import { FederationError, isAtLeast, LEVELS, parseLevel } from "../../src/federation/index.ts";

const level = fc.constantFrom(...LEVELS);

/** Runs the one check of the pipeline that compares `acr` with what was asked. */
function passes(acr: unknown, required: (typeof LEVELS)[number]): boolean {
  const context = {
    payload: acr === undefined ? {} : { acr },
    part: "id_token",
    transaction: { level: required },
  };
  try {
    tokenLevel.run(context as unknown as Parameters<typeof tokenLevel.run>[0]);
    return true;
  } catch (error) {
    if (error instanceof FederationError && error.code === "level_refused") return false;
    throw error;
  }
}

describe("an eIDAS level", () => {
  it("is satisfied by itself and by every higher one, and by no lower one", () =>
    fc.assert(
      fc.property(level, level, (given, required) => {
        expect(passes(given, required)).toBe(LEVELS.indexOf(given) >= LEVELS.indexOf(required));
        expect(isAtLeast(given, required)).toBe(passes(given, required));
      }),
    ));

  it("is one of three exact words: whatever else a token says satisfies nothing", () =>
    fc.assert(
      fc.property(fc.anything(), level, (given, required) => {
        fc.pre(!LEVELS.some((known) => known === given));
        expect(passes(given, required)).toBe(false);
        expect(parseLevel(given)).toBeUndefined();
      }),
    ));

  it.each([
    undefined,
    null,
    "",
    "eidas0",
    "eidas4",
    "EIDAS2",
    " eidas2",
    "eidas2 eidas3",
    ["eidas3"],
    { acr: "eidas3" },
    3,
  ])("is not read out of %j", (given) => {
    expect(passes(given, "eidas1")).toBe(false);
  });
});
