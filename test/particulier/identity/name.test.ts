import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAcceptedName } from "../../../src/particulier/identity/name.ts";

const ACCEPTED = /^[a-zA-ZÀ-ÖØ-öø-ÿ' -]*$/;

describe("a name as the platform accepts it", () => {
  it.each([
    ["Gérôme", "Gérôme"],
    ["D’Arc", "D'Arc"],
    ["Lebœuf", "Leboeuf"],
    ["ŒUVRARD", "OEUVRARD"],
    ["Popescu-Țepeș", "Popescu-Tepes"],
    ["Wałęsa", "Walesa"],
    ["Nguyễn", "Nguyen"],
    ["Saint‑Exupéry", "Saint-Exupéry"],
    ["Martin Jr.", "Martin Jr"],
    ["  De   La  Tour ", "De La Tour"],
    ["Gu\u0308nther", "Günther"],
    ["O\u200bConnor", "OConnor"],
    ["\u202eMartin", "Martin"],
    ["Иванов", ""],
    ["李", ""],
  ])("writes %j as %j", (name, written) => expect(toAcceptedName(name)).toBe(written));

  it("holds only accepted letters, whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (name) => void expect(toAcceptedName(name)).toMatch(ACCEPTED),
      ),
    );
  });

  it("changes nothing in a name that is accepted already", () => {
    const letters = fc.constantFrom(..."abcxyzABCXYZÀÖØöøÿéèç'-");
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1 }),
        (name) => void expect(toAcceptedName(name.join(""))).toBe(name.join("")),
      ),
    );
  });

  it("does not depend on how accents are composed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (name) =>
          void expect(toAcceptedName(name.normalize("NFD"))).toBe(toAcceptedName(name.normalize("NFC"))),
      ),
    );
  });
});
