import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spaced, typography } from "../../src/service/typography.ts";

describe("French spacing", () => {
  it.each([
    ["Une erreur ?", "Une erreur\u202f?"],
    ["Prénoms : Zoé", "Prénoms\u00a0: Zoé"],
    ["« Mes dossiers »", "«\u00a0Mes dossiers\u00a0»"],
    ["3,30 € à 5 %", "3,30\u00a0€ à 5\u00a0%"],
    ["de 8 h 30 à 12 h.", "de 8\u00a0h\u00a030 à 12\u00a0h."],
    ["délibération n° 2026-041", "délibération n°\u00a02026-041"],
    ["1 045", "1\u202f045"],
    ["3 hectares", "3 hectares"],
  ])("turns %s into what does not break", (typed, printed) => {
    expect(spaced(typed)).toBe(printed);
  });

  it("leaves attributes and what a citizen typed alone", () => {
    const html = '<a title="Quoi ?">Quoi ?</a><textarea>Quoi ?</textarea>';
    expect(typography(html)).toBe('<a title="Quoi ?">Quoi\u202f?</a><textarea>Quoi ?</textarea>');
  });

  it("leaves an English page alone, but for what it says in French", () => {
    const html =
      '<p>Why : 10 %</p><div lang="fr"><div>Quoi ?</div><img>Qui ?</div><p>Who ?</p><p lang="fr">Où ?</p>No !';
    expect(typography(html, "en")).toBe(
      '<p>Why : 10 %</p><div lang="fr"><div>Quoi\u202f?</div><img>Qui\u202f?</div><p>Who ?</p><p lang="fr">Où\u202f?</p>No !',
    );
  });

  it("changes nothing but spaces, and nothing twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = spaced(text);
        expect(once.replaceAll(/[\u00a0\u202f]/g, " ")).toBe(text.replaceAll(/[\u00a0\u202f]/g, " "));
        expect(spaced(once)).toBe(once);
      }),
    );
  });
});
