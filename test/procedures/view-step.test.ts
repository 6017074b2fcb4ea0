import { describe, expect, test } from "vitest";
import {
  applyStep,
  defineProcedure,
  emptyState,
  type FormState,
  nextStep,
  stepsOf,
  viewStep,
  viewSteps,
} from "../../src/procedures/index.ts";
import { ANGELA, declaration, NOW, prefilled, TILLEULS } from "../support/procedure.ts";

const procedure = defineProcedure(declaration());
const fieldOf = (state: FormState, step: string, name: string, refused = {}) =>
  viewStep(procedure, state, step, { errors: [], typed: {}, ...refused })?.fields.find(
    (field) => field.name === name,
  );

describe("a step as a page", () => {
  test("knows its place", () => {
    expect(viewStep(procedure, prefilled(procedure), "vous")).toMatchObject({
      number: 1,
      count: 2,
      next: "foyer",
    });
    expect(viewStep(procedure, prefilled(procedure), "foyer")).toMatchObject({ number: 2, previous: "vous" });
    expect(viewStep(procedure, prefilled(procedure), "autre")).toBeUndefined();
    expect(viewSteps(procedure, prefilled(procedure)).map(({ slug }) => slug)).toEqual(["vous", "foyer"]);
  });

  test("shows a fixed value as text: there is no input that could be edited", () => {
    const quotient = fieldOf(prefilled(procedure), "foyer", "quotient");
    expect(quotient).toMatchObject({
      mode: "shown",
      inputs: [],
      remark: { type: "textarea", name: "quotient.contest" },
    });
    expect(quotient?.display).toEqual(["1\u00A0045"]);
  });

  test("offers no objection to an identity that only FranceConnect can correct", () => {
    expect(fieldOf(prefilled(procedure), "vous", "nom")?.remark).toBeUndefined();
  });

  test("pre-fills what can be corrected, and asks why when it is", () => {
    const adresse = fieldOf(prefilled(procedure), "foyer", "adresse");
    expect(adresse?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ["adresse.street", "12 RUE DES TILLEULS"],
      ["adresse.complement", ""],
      ["adresse.postalCode", "84800"],
      ["adresse.city", "L ISLE SUR LA SORGUE"],
    ]);
    expect(adresse?.remark?.name).toBe("adresse.reason");
    const { state } = applyStep(
      procedure,
      prefilled(procedure),
      "foyer",
      { ...TILLEULS, "adresse.street": "1 rue Neuve" },
      NOW,
    );
    expect(fieldOf(state, "foyer", "adresse")?.receivedDisplay?.[0]).toBe("12 RUE DES TILLEULS");
  });

  test("shows again what was typed wrong, beside its error", () => {
    const { state, errors, typed } = applyStep(
      procedure,
      prefilled(procedure),
      "vous",
      { telephone: "12" },
      NOW,
    );
    const telephone = fieldOf(state, "vous", "telephone", { errors, typed });
    expect(telephone?.inputs[0]?.value).toBe("12");
    expect(telephone?.error).toBe(errors[0]?.message);
  });

  test("gives each input an id of its own, and each anchor leads to one", () => {
    for (const state of [prefilled(procedure), emptyState(procedure)]) {
      const fields = viewSteps(procedure, state).flatMap((step) => step.fields);
      const ids = fields.flatMap(({ inputs }) =>
        inputs.flatMap(({ id, options }) => options?.map((option) => option.id) ?? [id]),
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const { mode, anchor } of fields) if (mode === "asked") expect(ids).toContain(anchor);
      expect(ids.every((id) => /^[\w-]+$/.test(id))).toBe(true);
    }
  });

  test("offers no autocompletion for somebody else's data", () => {
    const child =
      fieldOf(prefilled(procedure), "foyer", "enfants")?.inputs.filter(({ type }) => type === "text") ?? [];
    expect(child.length).toBeGreaterThan(0);
    expect(child.every(({ autocomplete }) => autocomplete === "off" || autocomplete === undefined)).toBe(
      true,
    );
  });
});

describe("the way through the steps", () => {
  test("leads to the first one that was not sent, then to the check", () => {
    const state = prefilled(procedure);
    expect(nextStep(procedure, state)?.slug).toBe("vous");
    expect(nextStep(procedure, { ...state, completed: ["vous"] })?.slug).toBe("foyer");
    expect(nextStep(procedure, { ...state, completed: ["foyer", "vous"] })).toBeUndefined();
  });

  test("leaves out a step that has nothing for this citizen", () => {
    const conditional = defineProcedure(
      declaration({
        steps: [
          ...declaration().steps,
          {
            slug: "plus",
            title: "Plus",
            onlyIf: { field: "telephone", is: "0600000000" },
            fields: [{ name: "plus", kind: "text", label: "Plus" }],
          },
        ],
      }),
    );
    expect(stepsOf(conditional, emptyState(conditional, ANGELA)).map(({ slug }) => slug)).toEqual([
      "vous",
      "foyer",
    ]);
  });
});
