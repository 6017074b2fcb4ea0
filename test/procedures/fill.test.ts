import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bands,
  defineProcedure,
  emptyState,
  type FormState,
  fill,
  type SourceDeclaration,
} from "../../src/procedures/index.ts";
import { ANGELA, AT, CAF_DATA, declaration, NOW, prefilled, received } from "../support/procedure.ts";

const tariff = bands({
  field: "quotient",
  figure: "QF",
  figureUnit: "€",
  unit: "par an",
  bands: [
    { from: 0, to: 999, cents: 1000 },
    { from: 1000, cents: 2000 },
  ],
});
const procedure = defineProcedure(declaration({ tariff }));
const fieldIn = (state: FormState, name: string) =>
  fill(procedure, state).fields.find((field) => field.name === name);

describe("a field that was received", () => {
  test("carries who sent it, when, and about which month", () => {
    expect(fieldIn(prefilled(procedure), "quotient")).toMatchObject({
      policy: "fixed",
      value: 1045,
      display: ["1\u00A0045"],
      provenance: {
        source: "api-particulier",
        provider: "CNAF",
        route: "quotient-familial",
        fetchedAt: AT,
        period: "2026-11",
      },
    });
  });

  test("of the identity carries the platform and the moment of the login", () => {
    expect(fieldIn(prefilled(procedure), "nom")).toMatchObject({
      value: "DUBOIS",
      provenance: { source: "franceconnect", fetchedAt: AT },
    });
  });

  test("stays what it is, whatever the draft says about a fixed one", () => {
    const state = { ...prefilled(procedure), answers: { nom: "PIRATE", quotient: 0 } };
    expect(fieldIn(state, "nom")?.value).toBe("DUBOIS");
    expect(fieldIn(state, "quotient")?.value).toBe(1045);
  });

  test("keeps both values when it was corrected, with the reason", () => {
    const street = { street: "1 rue Neuve", postalCode: "84800", city: "Isle" };
    const state: FormState = {
      ...prefilled(procedure),
      answers: { adresse: street },
      corrections: { adresse: { reason: "Déménagement", at: NOW.toISOString() } },
    };
    expect(fieldIn(state, "adresse")).toMatchObject({
      value: street,
      provenance: { source: "citizen" },
      received: {
        display: ["12 RUE DES TILLEULS", "84800 L ISLE SUR LA SORGUE"],
        provenance: { provider: "CNAF" },
      },
      correction: { reason: "Déménagement", at: NOW.toISOString() },
    });
  });

  test("is still received when the citizen typed the same", () => {
    const state = {
      ...prefilled(procedure),
      answers: { adresse: fieldIn(prefilled(procedure), "adresse")?.value ?? null },
    };
    expect(fieldIn(state, "adresse")?.correction).toBeUndefined();
    expect(fieldIn(state, "adresse")?.provenance.source).toBe("api-particulier");
  });

  test("carries the citizen's objection while the value stands", () => {
    const contested = { quotient: { reason: "J'ai perdu mon emploi", at: AT } };
    expect(fieldIn({ ...prefilled(procedure), contested }, "quotient")).toMatchObject({
      value: 1045,
      contested: contested.quotient,
    });
  });

  test("wins over what was typed before it came, where it is fixed", () => {
    const typed: FormState = { ...emptyState(procedure, ANGELA), answers: { quotient: 12 } };
    expect(fieldIn(typed, "quotient")).toMatchObject({ value: 12, policy: "typed" });
    const late = { ...typed, sources: { qf: received(CAF_DATA) } };
    expect(fieldIn(late, "quotient")).toMatchObject({ value: 1045, policy: "fixed" });
  });

  test("does not wipe out what was typed before it came, where it can be corrected", () => {
    const street = { street: "1 rue Neuve", postalCode: "84800", city: "Isle" };
    const late: FormState = { ...prefilled(procedure), answers: { adresse: street } };
    expect(fieldIn(late, "adresse")).toMatchObject({ value: street, correction: { at: AT } });
  });
});

describe("a field that was not received", () => {
  test.each([
    ["the source was never asked", {}],
    ["nobody is known there", { qf: { state: { state: "not_found", at: AT } } }],
    ["the provider is down", { qf: { state: { state: "unavailable", at: AT } } }],
    ["the scope is missing, so the key is absent", { qf: received({}) }],
    ["the key is null", { qf: received({ quotient_familial: null }) }],
  ] as const)("is typed by the citizen when %s", (_why, sources) => {
    const state = { ...emptyState(procedure, ANGELA), sources };
    expect(fieldIn(state, "quotient")).toMatchObject({
      policy: "typed",
      value: null,
      provenance: { source: "citizen" },
    });
  });

  test("is replaced by a document, which is not asked when it was received", () => {
    expect(fieldIn(prefilled(procedure), "justificatif-qf")).toBeUndefined();
    expect(fieldIn(emptyState(procedure, ANGELA), "justificatif-qf")).toMatchObject({ policy: "typed" });
  });

  test("of the identity is typed too, on the way without FranceConnect", () => {
    expect(fieldIn(emptyState(procedure), "nom")).toMatchObject({ policy: "typed", value: null });
  });
});

test("what an agent types at the counter is the agent's, and its price is provisional all the same", () => {
  const state: FormState = { ...emptyState(procedure), enteredBy: "agent", answers: { quotient: 12 } };
  expect(fieldIn(state, "quotient")?.provenance).toEqual({ source: "agent" });
  expect(fill(procedure, state).price?.provisional).toBe(true);
});

describe("the price", () => {
  test("stands with its rule and the délibération", () => {
    expect(fill(procedure, prefilled(procedure)).price).toEqual({
      cents: 2000,
      label: "Votre tarif",
      unit: "par an",
      explanation: "QF 1\u00A0045\u00A0€, tranche 2 (à partir de 1\u00A0000\u00A0€)",
      deliberation: "délibération n°\u00A012",
      provisional: false,
    });
  });

  test("is provisional when the citizen typed the figure themselves", () => {
    const state: FormState = { ...emptyState(procedure, ANGELA), answers: { quotient: 12 } };
    expect(fill(procedure, state).price).toMatchObject({ cents: 1000, provisional: true });
  });

  test("waits for a figure that is on its way, rather than charge the highest tariff for a moment", () => {
    const dearest = bands({
      field: "quotient",
      figure: "QF",
      figureUnit: "€",
      unit: "par an",
      bands: [{ from: 0, cents: 1 }],
      without: { cents: 9, why: "sans QF" },
    });
    const awaiting = defineProcedure(declaration({ tariff: dearest }));
    const state = (name: "pending" | "not_found") => {
      const qf =
        name === "pending" ? { state: { state: name, since: AT } } : { state: { state: name, at: AT } };
      return { ...emptyState(awaiting, ANGELA), sources: { qf } };
    };
    expect(fill(awaiting, state("pending")).price).toBeUndefined();
    expect(fill(awaiting, state("not_found")).price?.cents).toBe(9);
  });

  test("is absent while its figure is", () => {
    expect(fill(procedure, emptyState(procedure, ANGELA)).price).toBeUndefined();
  });
});

test("a step and a field with a condition are there only when it holds", () => {
  const withCondition = defineProcedure(
    declaration({
      sources: {},
      steps: [
        {
          slug: "qui",
          title: "Qui",
          fields: [{ name: "tiers", kind: "yes-no", label: "Pour un proche" }],
        },
        {
          slug: "proche",
          title: "Le proche",
          onlyIf: { field: "tiers", is: true },
          fields: [{ name: "proche", kind: "text", label: "Son nom" }],
        },
      ],
    }),
  );
  const names = (tiers: boolean) =>
    fill(withCondition, { ...emptyState(withCondition), answers: { tiers, proche: "Lou" } }).fields.map(
      ({ name }) => name,
    );
  expect(names(true)).toEqual(["tiers", "proche"]);
  expect(names(false)).toEqual(["tiers"]);
});

test("a declaration on one's honour replaces a source that only the citizen can vouch for", () => {
  const qf = declaration().sources.qf as SourceDeclaration;
  const honour = defineProcedure(
    declaration({ sources: { qf: { ...qf, ifMissing: { declaration: "Je certifie" } } } }),
  );
  const { fields } = fill(honour, emptyState(honour, ANGELA));
  expect(fields.map(({ name }) => name)).toContain("declaration-qf");
});

test("filling is pure: any state gives the same form twice, with every fixed value as received", () => {
  const values = fc.dictionary(
    fc.constantFrom("nom", "telephone", "adresse", "quotient", "enfants", "justificatif-qf", "autre"),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(values, (answers) => {
      const state = {
        ...prefilled(procedure),
        answers: JSON.parse(JSON.stringify(answers)) as FormState["answers"],
      };
      const form = fill(procedure, state);
      expect(fill(procedure, state)).toEqual(form);
      expect(form.fields.find(({ name }) => name === "nom")?.value).toBe("DUBOIS");
      expect(form.fields.find(({ name }) => name === "quotient")?.value).toBe(1045);
      expect(JSON.parse(JSON.stringify(form))).toEqual(form);
    }),
  );
});
