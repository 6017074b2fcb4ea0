import fc from "fast-check";
import { expect, test } from "vitest";
import { isSamePerson } from "../../../src/simulator/particulier/matching/person.ts";

const person = {
  nomNaissance: "TRAORÉ",
  prenoms: ["Aïcha", "Marie"],
  anneeDateNaissance: 1994,
  moisDateNaissance: 10,
};

test.each([
  ["without accents, in capitals", { ...person, nomNaissance: "TRAORE", prenoms: ["AICHA"] }],
  ["with fewer given names", { ...person, prenoms: ["Aïcha"] }],
  ["with given names in one text", { ...person, prenoms: "Aïcha Marie" }],
  ["with zeros in front of the month", { ...person, moisDateNaissance: "10", anneeDateNaissance: "1994" }],
  ["without the month", { ...person, moisDateNaissance: undefined }],
])("the same person %s", (_how, other) => expect(isSamePerson(person, other)).toBe(true));

test.each([
  ["another family name", { ...person, nomNaissance: "DIALLO" }],
  ["another first given name", { ...person, prenoms: ["Marie", "Aïcha"] }],
  ["another month", { ...person, moisDateNaissance: 9 }],
  ["no given name", { ...person, prenoms: [] }],
  ["no family name", { ...person, nomNaissance: "" }],
])("not the same person: %s", (_how, other) => expect(isSamePerson(person, other)).toBe(false));

test("nobody is recognised by nothing", () => {
  expect(isSamePerson({}, {})).toBe(false);
});

test("whatever is sent, recognition goes both ways", () => {
  const part = fc.oneof(fc.string(), fc.integer(), fc.constant(undefined), fc.array(fc.string()));
  const anyone = fc.record({ nomNaissance: part, prenoms: part, anneeDateNaissance: part });
  fc.assert(
    fc.property(anyone, anyone, (one, other) => isSamePerson(one, other) === isSamePerson(other, one)),
  );
});
