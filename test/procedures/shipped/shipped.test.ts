import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS } from "../../../src/federation/index.ts";
import { isAllowed } from "../../../src/particulier/index.ts";
import {
  applyStep,
  emptyState,
  type FormState,
  fileFor,
  fill,
  type Input,
  noticeOf,
  PROCEDURES,
  type Procedure,
  remainingToType,
  scopesOf,
  stepsOf,
  validate,
  viewStep,
} from "../../../src/procedures/index.ts";
import { AT, NOW } from "../../support/procedure.ts";

const named = (slug: string): Procedure => {
  const procedure = PROCEDURES.find((one) => one.slug === slug);
  if (procedure === undefined) throw new Error(`${slug} is not shipped`);
  return procedure;
};

/** What a patient citizen types into an input, by its name and kind. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/\.(contest|reason|complement|remove)$/, ""],
  [/added\.[1-9]/, ""],
  [/givenNames$/, "Lou"],
  [/familyName$/, "Martin"],
  [/^(debut|premier).*\.day$/, "6"],
  [/\.day$/, "5"],
  [/^debut.*\.month$/, "1"],
  [/\.month$/, "5"],
  [/^debut.*\.year$/, "2027"],
  [/added.*\.year$/, "2019"],
  [/^depuis.*\.year$/, "2021"],
  [/\.year$/, "1950"],
  [/postalCode$/, "84800"],
  [/city$/, "L'Isle-sur-la-Sorgue"],
  [/street$/, "12 rue des Tilleuls"],
  [/telephone/, "06 12 34 56 78"],
  [/electronique/, "nom@domaine.fr"],
  [/plaque/, "AB-123-CD"],
  [/quotient|ressources/, "1045"],
  [/co2|montant|enfants-a/, "2"],
  [/./, "Texte"],
];

function answer(input: Input): readonly [string, string][] {
  if (input.type === "file") return [];
  const [option] = input.options ?? [];
  if (option !== undefined) return [[input.name, option.value]];
  return [[input.name, TYPED.find(([pattern]) => pattern.test(input.name))?.[1] ?? ""]];
}

/** Walks the whole form by hand, as on the way without FranceConnect. */
function typeEverything(procedure: Procedure, start: FormState = emptyState(procedure)): FormState {
  let state = start;
  for (let index = 0; index < stepsOf(procedure, state).length; index += 1) {
    const slug = stepsOf(procedure, state)[index]?.slug ?? "";
    const fields = viewStep(procedure, state, slug)?.fields ?? [];
    const body = Object.fromEntries(fields.flatMap(({ inputs }) => inputs.flatMap(answer)));
    const applied = applyStep(procedure, state, slug, body, NOW);
    expect(applied.errors).toEqual([]);
    state = applied.state;
  }
  return state;
}

describe.each(PROCEDURES.map((procedure) => [procedure.slug, procedure] as const))(
  "%s",
  (_slug, procedure) => {
    test("can be sent without FranceConnect and without any source, typed from the first field to the last", () => {
      const state = typeEverything(procedure);
      expect(validate(procedure, state, NOW)).toEqual([]);
      expect(fill(procedure, state).fields.every(({ provenance }) => provenance.source === "citizen")).toBe(
        true,
      );
    });

    test("takes any body for any of its steps without throwing, and changes nothing that was received", () => {
      const names = procedure.fields.flatMap(({ name }) => [
        name,
        `${name}.day`,
        `${name}.contest`,
        `${name}.later`,
      ]);
      const sent = fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(fc.string(), fc.constantFrom("oui", "27/03/1950"), fc.array(fc.string())),
      );
      const identity = { givenNames: ["Angela"], familyName: "DUBOIS", birthdate: "1962-08-24" };
      const known = { platform: "franceconnect", level: "eidas1", authenticatedAt: AT, identity } as const;
      const start = emptyState(procedure, known);
      fc.assert(
        fc.property(fc.constantFrom(...procedure.steps.map(({ slug }) => slug)), sent, (slug, body) => {
          const { state } = applyStep(procedure, start, slug, body, NOW);
          const name = fill(procedure, state).fields.find(({ name: one }) => one === "nom-de-naissance");
          expect(name?.value).toBe("DUBOIS");
          validate(procedure, state, NOW);
        }),
        { numRuns: 50 },
      );
    });

    test("asks for nothing that its use case forbids, and less typing than it has fields", () => {
      for (const { route } of Object.values(procedure.sources)) {
        expect(procedure.useCase !== undefined && isAllowed(procedure.useCase, route)).toBe(true);
      }
      expect(remainingToType(procedure).length).toBeLessThan(procedure.fields.length);
      expect(LEVELS).toContain(procedure.level);
    });

    test("gives a price that says where it comes from, when it has a tariff", () => {
      const { price } = fill(procedure, typeEverything(procedure));
      expect(price === undefined).toBe(procedure.tariff === undefined);
      if (price !== undefined) {
        expect(price.explanation).not.toBe("");
        expect(price.deliberation).toMatch(/^délibération/);
      }
    });

    test("writes French: no plain space before a double sign, no straight apostrophe", () => {
      const texts = JSON.stringify([
        procedure.title,
        procedure.summary,
        procedure.fields,
        noticeOf(procedure, { name: "X" }),
      ]);
      expect(texts).not.toMatch(/ [:;!?€%»]|« |[a-zé]'[a-zé]/);
    });
  },
);

describe("what each one asks FranceConnect for", () => {
  test.each([
    [
      "restauration-scolaire",
      ["cnaf_quotient_familial", "cnaf_allocataires", "cnaf_enfants", "cnaf_adresse"],
    ],
    ["accueil-en-creche", []],
    ["transport-solidaire", ["complementaire_sante_solidaire", "cnous_statut_boursier"]],
    ["apa", []],
  ])("%s: %j", (slug, scopes) => {
    expect([...scopesOf(named(slug)).franceConnect].sort()).toEqual([...scopes].sort());
  });
});

test("the crèche reads the participation familiale and never the quotient familial", () => {
  const creche = named("accueil-en-creche");
  expect(Object.values(creche.sources).map(({ route }) => route)).toEqual(["participation-familiale-eaje"]);
});

test("the sensitive one needs FranceConnect+", () => {
  expect(named("apa").level).toBe("eidas2");
});

describe("the allocation personnalisée d'autonomie", () => {
  const apa = named("apa");
  const errors = (birth: string) => {
    const state = { ...emptyState(apa), answers: { "date-de-naissance": birth } };
    const body = {
      ...Object.fromEntries(
        (viewStep(apa, state, "vous")?.fields ?? []).flatMap(({ inputs }) => inputs.flatMap(answer)),
      ),
      "date-de-naissance.year": birth.slice(0, 4),
    };
    return applyStep(apa, state, "vous", body, NOW).errors.map(({ message }) => message);
  };

  test("is for those who are 60, and says what to ask for before", () => {
    expect(errors("1966-05-05")).toEqual([]);
    expect(errors("1967-05-05").join()).toMatch(/60 ans.*PCH/);
  });

  test("may be asked for somebody else, who is then named", () => {
    const state = fileFor(apa, emptyState(apa), "other");
    expect(stepsOf(apa, state).map(({ slug }) => slug)).toEqual(["declarant", "vous", "vie"]);
    expect(stepsOf(apa, emptyState(apa)).map(({ slug }) => slug)).toEqual(["vous", "vie"]);
  });
});

test("those that somebody else may need help with can be filed for another; a family's own cannot", () => {
  const forOthers = PROCEDURES.filter(({ forOthers: capacities }) => capacities).map(({ slug }) => slug);
  expect(forOthers.sort()).toEqual(["aide-facultative-ccas", "apa", "transport-solidaire"]);
});

test("each slug is there once", () => {
  expect(new Set(PROCEDURES.map(({ slug }) => slug)).size).toBe(PROCEDURES.length);
});
