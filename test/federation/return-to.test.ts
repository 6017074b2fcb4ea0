import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReturnTo } from "../../src/federation/index.ts";

const BASE = "https://demarches.example.fr";

/** B2: what other gateways let through. */
const CORPUS = [
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\nLocation: https://evil.example",
  "\t//evil.example",
  " //evil.example",
  "https:evil.example",
  "https:/evil.example",
  "https://evil.example",
  "https:///evil.example",
  "HTTPS://evil.example",
  "https://demarches.example.fr@evil.example",
  "https://demarches.example.fr.evil.example",
  "@evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/./\\evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "//evil。example",
  "/\u0000",
  `/${"a".repeat(8_192)}`,
  "",
  "?a=b",
  "cantine",
  "/auth/login?level=eidas2",
  "/auth/logout",
  "/auth",
  "http://[",
  "/http://[",
];

describe("where a login returns to", () => {
  it.each(CORPUS)("%j stays on our own origin", (value) => {
    const result = parseReturnTo(value, BASE);
    expect(new URL(result, BASE).origin).toBe(BASE);
    expect(result).toMatch(/^\/(?!\/)/);
  });

  it.each([
    ["/", "/"],
    ["/cantine?enfant=2#tarif", "/cantine?enfant=2#tarif"],
    ["/%5Cevil.example", "/%5Cevil.example"],
    ["/@evil.example", "/@evil.example"],
    ["/%09/evil.example", "/%09/evil.example"],
    ["/école", "/%C3%A9cole"],
    ["/authentique", "/authentique"],
  ])("%s is a page of ours", (value, expected) => {
    expect(parseReturnTo(value, BASE)).toBe(expected);
  });

  it.each([undefined, null, 1, ["/a"], { a: "/a" }, Symbol("a")])("%s is the home page", (value) => {
    expect(parseReturnTo(value, BASE)).toBe("/");
  });

  it("is below the public address where that has a path", () => {
    expect(parseReturnTo("//evil.example", `${BASE}/portail`)).toBe("/portail/");
    expect(parseReturnTo("/portail/auth/login", `${BASE}/portail`)).toBe("/portail/");
    expect(parseReturnTo("/portail/cantine", `${BASE}/portail`)).toBe("/portail/cantine");
  });

  it("never leaves our origin, never throws, and is stable, whatever is given", () => {
    const pieces = fc.constantFrom(
      "/",
      "//",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "https:",
      "evil.example",
      "%2f",
      "%5c",
      "\t",
      "?",
      "#",
      "é",
      "。",
    );
    const hostile = fc.oneof(
      fc.array(pieces).map((list) => list.join("")),
      fc.webUrl(),
      fc.string({ unit: "binary" }),
      fc.anything(),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        const result = parseReturnTo(value, BASE);
        expect(new URL(result, BASE).origin).toBe(BASE);
        expect(result.startsWith("/") && !result.startsWith("//")).toBe(true);
        expect(parseReturnTo(result, BASE)).toBe(result);
      }),
      { numRuns: 2_000 },
    );
  });
});
