import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery, text } from "../../../src/simulator/particulier/query.ts";

test("brackets make a list, in the order sent", () => {
  expect({ ...parseQuery("prenoms[]=A&prenoms[]=B&annee=2026") }).toEqual({
    prenoms: ["A", "B"],
    annee: "2026",
  });
});

test("a repeated name without brackets keeps its last value", () => {
  expect({ ...parseQuery("annee=2025&annee=2026") }).toEqual({ annee: "2026" });
});

test("encoded brackets are brackets", () => {
  expect({ ...parseQuery("prenoms%5B%5D=A") }).toEqual({ prenoms: ["A"] });
});

test("names of the language are names like others", () => {
  const parameters = parseQuery("__proto__=x&constructor=y&toString[]=z");
  expect([
    text(parameters, "__proto__"),
    text(parameters, "constructor"),
    text(parameters, "valueOf"),
  ]).toEqual(["x", "y", undefined]);
});

test("any text can be read, and what was encoded comes back", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string()), (values) => {
      expect({ ...parseQuery(new URLSearchParams(values).toString()) }).toEqual(values);
    }),
  );
  fc.assert(fc.property(fc.string(), (query) => void parseQuery(query)));
});
