import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "../../src/procedures/clean.ts";

test("a line is composed, trimmed, and keeps single spaces", () => {
  expect(cleanLine("  E\u0301milie \u00A0 Dubois\n")).toBe("Émilie Dubois");
});

test("direction marks, zero-width characters and controls cannot hide in an answer", () => {
  expect(cleanLine("DU\u202EBOIS\u200B\u0000\uFEFF\u2066")).toBe("DUBOIS");
  expect(cleanLine("a\uD800b")).toBe("ab");
  expect(cleanLine("E\u200B\u0301")).toBe("É");
});

test("a text keeps its lines, and at most one empty one in a row", () => {
  expect(cleanText("un\r\ndeux\n\n\n\n\ntrois  \n")).toBe("un\ndeux\n\ntrois");
});

test("cleaning twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (raw) => {
      expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw));
      expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
    }),
  );
});
