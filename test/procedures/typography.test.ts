import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCents, formatDate, formatNumber, typeset } from "../../src/procedures/typography.ts";

test.each([
  ["Nom : Dubois", "Nom\u00A0: Dubois"],
  ["« oui »", "«\u00A0oui\u00A0»"],
  ["Prêt ? 25 % de 1 045 €", "Prêt\u00A0? 25\u00A0% de 1\u00A0045\u00A0€"],
  ["l'école", "l’école"],
  ["délibération n° 12", "délibération n°\u00A012"],
  ["le 27 3 2018", "le 27 3 2018"],
])("%s is set as French wants", (plain, set) => {
  expect(typeset(plain)).toBe(set);
});

test("setting a text twice changes nothing more", () => {
  const pieces = fc.constantFrom(
    "«",
    "»",
    " ",
    ":",
    ";",
    "!",
    "?",
    "€",
    "%",
    "n°",
    "12",
    "345",
    "l'",
    "a",
    "\u00A0",
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const once = typeset(parts.join(""));
      expect(typeset(once)).toBe(once);
    }),
  );
});

test("amounts and figures are French, with no-break spaces only", () => {
  expect(formatCents(123456)).toBe("1\u00A0234,56\u00A0€");
  expect(formatCents(5)).toBe("0,05\u00A0€");
  expect(formatNumber(1045)).toBe("1\u00A0045");
});

test.each([
  ["1962-08-24", "24 août 1962"],
  ["2026-05-01", "1er mai 2026"],
  ["1992-00-00", "1992 (jour et mois inconnus)"],
  ["1992-07-00", "juillet 1992 (jour inconnu)"],
  ["2026-11", "novembre 2026"],
  ["2024", "2024"],
])("%s reads « %s »", (date, words) => {
  expect(formatDate(date)).toBe(words);
});
