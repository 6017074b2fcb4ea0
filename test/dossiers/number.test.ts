import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDossierNumber } from "../../src/dossiers/index.ts";
import { dossierNumber } from "../../src/dossiers/number.ts";

const at = new Date("2026-11-22T10:00:00Z");
const first = () => 0;

describe("a dossier number", () => {
  it.each([
    ["restauration-scolaire", "2026-RS-222222"],
    ["apa", "2026-APA-222222"],
    ["creche", "2026-CR-222222"],
    ["aide-facultative-du-ccas", "2026-AFC-222222"],
    ["aide-a-la-scolarite", "2026-AS-222222"],
    ["1000-premiers-jours", "2026-PJ-222222"],
    ["42", "2026-DO-222222"],
    ["b2b", "2026-BB-222222"],
  ])("of %s begins with its initials", (slug, number) => {
    expect(dossierNumber(slug, at, first)).toBe(number);
  });

  it.each([
    ["2026-12-31T22:59:59Z", "2026"],
    ["2026-12-31T23:00:00Z", "2027"],
  ])("sent at %s is of the year it is in Paris", (instant, year) => {
    expect(dossierNumber("apa", new Date(instant), first)).toMatch(new RegExp(`^${year}-`));
  });

  it("is read again, however it is typed", () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]+(-[a-z0-9]+){0,4}$/),
        fc.array(fc.nat(24), { minLength: 6, maxLength: 6 }),
        fc.constantFrom("-", "–", " - ", "\u2011", "", "\u00a0"),
        fc.boolean(),
        (slug, draws, dash, small) => {
          const left = [...draws];
          const number = dossierNumber(slug, at, () => left.pop() ?? 0);
          const typed = number.replaceAll("-", dash);
          expect(readDossierNumber(` ${small ? typed.toLowerCase() : typed} `)).toBe(number);
        },
      ),
      { numRuns: 500 },
    ));

  it("holds no letter or digit that is mistaken for another", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(24), { minLength: 6, maxLength: 6 }), (draws) => {
        const suffix = dossierNumber("apa", at, () => draws.pop() ?? 0).split("-")[2];
        expect(suffix).toMatch(/^[^01AEILOUBSZ]{6}$/);
      }),
    ));

  it("is nothing else", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = readDossierNumber(text);
        expect(number === undefined || /^\d{4}-[A-Z]{1,4}-[2-9A-Y]{6}$/.test(number)).toBe(true);
      }),
    );
    for (const text of ["", "Dubois", "2026", "2026-RS-O0O0O0", "%", "2026-RS-222222'"])
      expect(readDossierNumber(text)).toBeUndefined();
  });
});
