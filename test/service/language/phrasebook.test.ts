import { describe, expect, it } from "vitest";
import { phrasebookOf } from "../../../src/service/language/phrasebook.ts";

const book = phrasebookOf({
  "Votre foyer": "Your household",
  "nom d’usage": "name in use",
  "QF {amount}, tranche {number} ({from} à {to})": "QF {amount}, band {number} ({from} to {to})",
  "« {label} » : choisissez une réponse.": "“{label}”: choose an answer.",
  "{verbatim}, née le {date}": "{verbatim}, born on {date}",
  "{first} ; {second}": "{first}; {second}",
});

describe("a phrasebook", () => {
  it.each([
    ["Votre foyer", "Your household"],
    ["Nom inconnu", undefined],
    ["nom d'usage", "name in use"],
    ["«\u00a0Votre foyer\u00a0»\u00a0: choisissez une réponse.", "“Your household”: choose an answer."],
    ["QF 1\u00a0045\u00a0€, tranche 3 (1\u00a0001 à 1\u00a0500)", "QF €1,045, band 3 (1,001 to 1,500)"],
    ["Votre foyer ; nom d’usage", "Your household; name in use"],
    ["Votre foyer, née le 1er mars 2018", "Votre foyer, born on 1 March 2018"],
  ])("reads « %s » as “%s”", (french, english) => {
    expect(book.english(french)).toBe(english);
  });

  it("gives up on a text made to keep it busy", () => {
    const sums = phrasebookOf({ "{one} + {more}": "{one} + {more}" });
    const sum = (terms: number) => Array.from({ length: terms }, () => "1").join(" + ");
    expect(sums.english(sum(20))).toBe(sum(20));
    expect(sums.english(sum(300))).toBeUndefined();
  });

  it.each([
    ["24 août 1962", "24 August 1962"],
    ["novembre 2026", "November 2026"],
    ["3,30 €", "€3.30"],
    ["0,0619 %", "0.0619%"],
    ["12 000,5", "12,000.5"],
    ["– 30 %", "– 30%"],
    ["84800", "84800"],
    ["06 12 34 56 78", undefined],
    ["31 brumaire 1799", undefined],
  ])("writes the figure « %s » as “%s”", (french, english) => {
    expect(book.english(french)).toBe(english);
  });
});
