import { describe, expect, it } from "vitest";
import { emptyState, noticeOf, PROCEDURES, validate, viewSteps } from "../../../src/procedures/index.ts";
import { untranslated } from "../../../src/service/language/index.ts";
import { speechIn } from "../../../src/service/language/speech.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const TOWN = { name: "Val-de-Sorgue", contact: { dpo: "dpo@example.fr" } };

describe.each(PROCEDURES.map((procedure) => [procedure.slug, procedure] as const))(
  "%s in English",
  (_slug, procedure) => {
    const { known } = speechIn("en", procedure.english ?? {});
    const unknown = (texts: readonly string[]) => texts.filter((text) => known(text) === undefined);

    it("has the English of every text that its declaration holds", () => {
      expect(untranslated(procedure)).toEqual([]);
    });

    it("has the English of its notice", () => {
      const { sources, ...notice } = noticeOf(procedure, TOWN);
      const said = sources.flatMap(({ from, what, why, otherwise }) => [from, ...what, why, otherwise]);
      expect(unknown([...Object.values(notice).flat(), ...said])).toEqual([]);
    });

    it("has the English of its steps, inputs and options, and of what is missing in them", () => {
      const state = emptyState(procedure);
      const views = viewSteps(procedure, state).flatMap(({ fields }) => fields);
      const inputs = views.flatMap((view) => view.inputs);
      const said = [
        ...views.flatMap(({ label, hint, unit, more, remark }) => [
          label,
          hint,
          unit,
          more?.label,
          remark?.label,
        ]),
        ...inputs.flatMap(({ label, hint, group, options }) => [
          label,
          hint,
          group,
          ...(options ?? []).flatMap((option) => [option.label, option.hint]),
        ]),
        ...validate(procedure, state, NOW).map(({ message }) => message),
      ];
      expect(unknown(said.filter((text) => text !== undefined))).toEqual([]);
    });
  },
);

describe("a price in English", () => {
  const english = (slug: string, values: Readonly<Record<string, unknown>>) => {
    const procedure = PROCEDURES.find((one) => one.slug === slug);
    const price = procedure?.tariff?.price(values as never);
    return price && speechIn("en", procedure?.english ?? {}).known(price.explanation);
  };
  const children = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index) }));
  const outside = { postalCode: "13000", city: "Marseille" };

  it.each([
    ["restauration-scolaire", { "quotient-familial": 1045 }, "QF €1,045, band 3 (1,001 to €1,500)"],
    ["restauration-scolaire", { "quotient-familial": 9000 }, "QF €9,000, band 4 (from €1,501)"],
    ["restauration-scolaire", {}, "no quotient familial given: highest price"],
    [
      "accueil-de-loisirs",
      { "quotient-familial": 500, enfants: children(3), adresse: outside },
      "QF €500 × 0.36% = €1.80, raised to the minimum of €2.60; outside the town: €2.60 + 25% = €3.25; 3 children: €3.25 + €3.25 + €2.27 = €8.77",
    ],
    [
      "accueil-en-creche",
      { ressources: 30_000, "enfants-a-charge": 1, "enfants-aeeh": 1 },
      "income of €2,500.00 a month × 0.0516% (1 dependent child, lower rate: 1 child(ren) with the AEEH) = €1.29",
    ],
    [
      "accueil-en-creche",
      { ressources: 300_000, "enfants-a-charge": 2, "enfants-aeeh": 0 },
      "income of €8,500.00 a month (upper limit) × 0.0516% (2 dependent children) = €4.39",
    ],
    [
      "transport-solidaire",
      { c2s: true, formule: "mois" },
      "monthly pass; solidarity health cover (C2S): €36.00 – 75% = €9.00",
    ],
    ["stationnement-resident", { co2: 118 }, "CO₂ 118 g/km, band 2 (1 to 120 g/km)"],
    ["bourse-communale-etudes", { echelon: "0bis" }, "level 0bis"],
    ["bourse-communale-etudes", { echelon: "5" }, "level 5"],
  ])("of %s for %j is worked out as “%s”", (slug, values, words) => {
    expect(english(slug, values)).toBe(words);
  });
});
