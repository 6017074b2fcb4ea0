import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyStep,
  byAnswer,
  correctForm,
  defineProcedure,
  type FilledForm,
  fill,
  viewCorrection,
} from "../../src/procedures/index.ts";
import { AT, declaration, NOW, prefilled, TILLEULS } from "../support/procedure.ts";

const pool = defineProcedure(declaration());
const LATER = new Date("2026-11-25T08:00:00Z");

/** What Angela sent: her address corrected, her first child chosen. */
const sent = ((): FilledForm => {
  const [child] = viewOfChildren();
  const you = applyStep(pool, prefilled(pool), "vous", { telephone: "0612345678" }, NOW).state;
  const body = { ...TILLEULS, "adresse.street": "3 rue du Moulin", enfants: child };
  return fill(pool, applyStep(pool, you, "foyer", body, NOW).state);
})();

function viewOfChildren(): readonly string[] {
  const state = prefilled(pool);
  const received = fill(pool, state).fields.find(({ name }) => name === "enfants")?.received?.value;
  return (received as readonly { readonly id: string }[]).map(({ id }) => id);
}

const fieldOf = ({ fields }: FilledForm, name: string) => fields.find((field) => field.name === name);
const others = ({ fields }: FilledForm, ...names: string[]) =>
  fields.filter(({ name }) => !names.includes(name));

describe("a correction of a form that was sent", () => {
  test("replaces the fields asked for, with the citizen as their origin, and keeps what was received", () => {
    const body = { ...TILLEULS, "adresse.street": "5 place Gambetta", "adresse.reason": "Déménagement" };
    const { form, errors } = correctForm(pool, sent, ["adresse"], body, LATER);
    expect(errors).toEqual([]);
    expect(fieldOf(form, "adresse")).toMatchObject({
      value: { street: "5 place Gambetta" },
      display: ["5 place Gambetta", "84800 L ISLE SUR LA SORGUE"],
      provenance: { source: "citizen" },
      correction: { reason: "Déménagement", at: LATER.toISOString() },
      received: fieldOf(sent, "adresse")?.received,
    });
    expect(others(form, "adresse")).toEqual(others(sent, "adresse"));
  });

  test("back to what was received is the provider's word again, and no correction", () => {
    const { form } = correctForm(pool, sent, ["adresse"], TILLEULS, LATER);
    expect(fieldOf(form, "adresse")).not.toHaveProperty("correction");
    expect(fieldOf(form, "adresse")?.provenance).toMatchObject({ source: "api-particulier", fetchedAt: AT });
  });

  test("offers the children that were received, those chosen ticked, and takes another choice", () => {
    const [lina, noe] = viewOfChildren();
    const [view] = viewCorrection(pool, sent, ["enfants"]);
    expect(view?.inputs[0]?.options?.map(({ value, checked }) => [value, checked])).toEqual([
      [lina, true],
      [noe, false],
    ]);
    const { form } = correctForm(pool, sent, ["enfants"], { enfants: noe as string }, LATER);
    expect(fieldOf(form, "enfants")?.display).toEqual(["NOÉ DUBOIS, né en 2020"]);
    expect(fieldOf(form, "enfants")?.provenance.source).toBe("api-particulier");
  });

  test("that changes nothing leaves the form as it was, with whoever had given each value", () => {
    const typed = {
      ...fieldOf(sent, "telephone"),
      provenance: { source: "agent" },
    } as FilledForm["fields"][0];
    const form = {
      ...sent,
      fields: sent.fields.map((field) => (field.name === "telephone" ? typed : field)),
    };
    const same = correctForm(pool, form, ["telephone"], { telephone: "06 12 34 56 78" }, LATER);
    expect(same.form).toEqual(form);
  });

  test("says what is wrong beside the field, keeps what was typed, and changes nothing yet", () => {
    const body = { telephone: "12", ...TILLEULS, "adresse.street": "5 place Gambetta" };
    const result = correctForm(pool, sent, ["telephone", "adresse"], body, LATER);
    expect(result.errors).toMatchObject([{ field: "telephone", anchor: "telephone" }]);
    expect(result.typed).toMatchObject({ telephone: ["12"] });
    expect(result.form).toEqual(sent);
    const [view] = viewCorrection(pool, sent, ["telephone"], result);
    expect(view).toMatchObject({ error: result.errors[0]?.message, inputs: [{ value: "12" }] });
  });

  test("cannot leave empty what is required", () => {
    const { errors } = correctForm(pool, sent, ["telephone", "enfants"], {}, LATER);
    expect(errors.map(({ field }) => field)).toEqual(["telephone", "enfants"]);
  });

  test("asks for one more child without taking anything as wrong", () => {
    const body = { enfants: viewOfChildren()[0] as string, "enfants.more": "oui" };
    expect(correctForm(pool, sent, ["enfants"], body, LATER)).toMatchObject({ stay: true, errors: [] });
  });

  test("never reaches what the State certified, even where it is asked for", () => {
    const body = { nom: "MARTIN", quotient: "1", telephone: "0700000000" };
    const { form } = correctForm(pool, sent, ["nom", "quotient"], body, LATER);
    expect(form).toEqual(sent);
    expect(viewCorrection(pool, sent, ["nom", "quotient", "inconnu"])).toEqual([]);
  });

  test("changes the fields asked for and no other, whatever the body is", () => {
    const names = sent.fields.map(({ name }) => name);
    const key = fc.oneof(
      fc.constantFrom(...names, "adresse.street", "enfants.added.0.givenNames", "nom.contest", "__proto__"),
      fc.string(),
    );
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.object(), fc.constant(null));
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(key, value), fc.anything()), (body) => {
        const { form } = correctForm(pool, sent, ["telephone"], body, LATER);
        expect(others(form, "telephone")).toEqual(others(sent, "telephone"));
      }),
    );
  });
});

test("the price is computed again with the corrected values", () => {
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B" },
  ];
  const procedure = defineProcedure(
    declaration({
      sources: {},
      steps: [
        { slug: "un", title: "Un", fields: [{ name: "choix", kind: "choice", label: "Choix", options }] },
      ],
      tariff: byAnswer({
        field: "choix",
        unit: "par an",
        caption: "Choix",
        amounts: [
          { is: "a", cents: 100, what: "choix A" },
          { is: "b", cents: 250, what: "choix B" },
        ],
      }),
    }),
  );
  const state = { ...prefilled(procedure), sources: {}, answers: { choix: "a" } };
  const before = fill(procedure, state);
  expect(before.price?.cents).toBe(100);
  expect(correctForm(procedure, before, ["choix"], { choix: "b" }, LATER).form.price?.cents).toBe(250);
});

test("a rule over several fields that the correction breaks is said at the field that was asked", () => {
  const procedure = defineProcedure(
    declaration({
      sources: {},
      steps: [
        {
          slug: "un",
          title: "Un",
          fields: [
            { name: "debut", kind: "date", label: "Début" },
            { name: "fin", kind: "date", label: "Fin" },
          ],
        },
      ],
      checks: [
        {
          field: "fin",
          message: "La fin vient après le début.",
          holds: ({ debut, fin }) => String(debut) <= String(fin),
        },
      ],
    }),
  );
  const answers = { debut: "2026-12-01", fin: "2026-12-05" };
  const before = fill(procedure, { ...prefilled(procedure), sources: {}, answers });
  const body = { "debut.day": "9", "debut.month": "12", "debut.year": "2026" };
  expect(correctForm(procedure, before, ["debut"], body, LATER).errors).toEqual([
    { field: "debut", anchor: "debut--day", message: "La fin vient après le début." },
  ]);
});
