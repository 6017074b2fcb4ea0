import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyStep,
  defineProcedure,
  emptyState,
  type FormState,
  fileFor,
  fill,
  lostBy,
  nextStep,
  noticeOf,
  options,
  partiesOf,
  scopesOf,
  stepsOf,
  validate,
  viewSteps,
} from "../../../src/procedures/index.ts";
import { ANGELA, declaration, NOW, prefilled, TILLEULS } from "../../support/procedure.ts";

const CAPACITIES = options({ tuteur: "Son tuteur", aidant: "Son proche aidant" });
const plain = declaration();
const procedure = defineProcedure({
  ...plain,
  forOthers: CAPACITIES,
  steps: plain.steps.map((step) => ({
    ...step,
    ...(step.slug === "vous" && { titleForOthers: "La personne concernée" }),
    fields: step.fields.map((field) =>
      field.name === "telephone" ? { ...field, autocomplete: "tel", filer: true as const } : field,
    ),
  })),
});
const begun: FormState = applyStep(
  procedure,
  applyStep(procedure, prefilled(procedure), "vous", { telephone: "0612345678" }, NOW).state,
  "foyer",
  { ...TILLEULS, "adresse.street": "9 rue du Puits", "quotient.contest": "Il a baissé." },
  NOW,
).state;
const other = fileFor(procedure, begun, "other");
const named = (state: FormState, name: string) =>
  fill(procedure, state).fields.find((field) => field.name === name);

describe("a form that is turned to somebody else", () => {
  test("holds nothing that was read about the filer, nor what they corrected or contested of it", () => {
    expect(other).toMatchObject({ sources: {}, corrections: {}, contested: {}, completed: [] });
    expect(JSON.stringify(other.answers)).not.toContain("Puits");
    for (const name of ["nom", "adresse", "quotient", "enfants"]) {
      expect([name, named(other, name)?.value, named(other, name)?.received]).toEqual([
        name,
        null,
        undefined,
      ]);
    }
  });

  test("keeps how to reach the filer, and who they are as FranceConnect says", () => {
    expect(named(other, "telephone")?.value).toBe("0612345678");
    expect(named(other, "declarant-nom")).toMatchObject({
      value: "DUBOIS",
      policy: "fixed",
      provenance: { source: "franceconnect" },
    });
  });

  test("said before what it would lose", () => {
    expect(lostBy(procedure, begun, "other")).toEqual(["Nom", "Adresse", "Quotient familial"]);
    expect(lostBy(procedure, begun, "self")).toEqual([]);
  });

  test("asks the filer first, then everything about the other person by hand, with nothing a browser fills in", () => {
    expect(stepsOf(procedure, other).map(({ title }) => title)).toEqual([
      "Vous, le déclarant",
      "La personne concernée",
      "Votre foyer",
    ]);
    const [filer, ...others] = viewSteps(procedure, other);
    expect(filer?.fields.map(({ name, mode }) => [name, mode])).toEqual([
      ["declarant-nom", "shown"],
      ["declarant-prenoms", "shown"],
      ["declarant-qualite", "asked"],
      ["telephone", "asked"],
      ["declarant-accord", "asked"],
    ]);
    expect(filer?.fields.find(({ name }) => name === "telephone")?.inputs[0]?.autocomplete).toBe("tel");
    const inputs = others.flatMap(({ fields }) => fields.flatMap((field) => field.inputs));
    expect(inputs.length).toBeGreaterThan(8);
    for (const { name, type, autocomplete } of inputs) {
      if (type === "text") expect([name, autocomplete]).toEqual([name, "off"]);
    }
    expect(others.flatMap(({ fields }) => fields).every(({ mode }) => mode === "asked")).toBe(true);
  });

  test("never takes a source's answer, even one that comes late", () => {
    const late = { ...other, sources: prefilled(procedure).sources };
    expect(named(late, "quotient")?.received).toBeUndefined();
    expect(
      fill(procedure, late).fields.every(({ provenance }) => provenance.source !== "api-particulier"),
    ).toBe(true);
  });

  test("is sent once everybody is named: both are in the form, with the capacity", () => {
    const filer = { "declarant-qualite": "tuteur", telephone: "0612345678", "declarant-accord": "oui" };
    const one = applyStep(procedure, other, "declarant", filer, NOW);
    expect(one.errors).toEqual([]);
    const two = applyStep(procedure, one.state, "vous", { nom: "MARTIN" }, NOW);
    const home = {
      ...TILLEULS,
      "enfants.added.0.givenNames": "Léa",
      "enfants.added.0.familyName": "Martin",
      "enfants.added.0.birthdate.day": "3",
      "enfants.added.0.birthdate.month": "9",
      "enfants.added.0.birthdate.year": "2018",
    };
    const { state } = applyStep(procedure, two.state, "foyer", home, NOW);
    expect([nextStep(procedure, state), validate(procedure, state, NOW)]).toEqual([undefined, []]);
    const form = fill(procedure, state);
    expect(form.beneficiary).toBe("other");
    expect(partiesOf(form).filer).toEqual({ name: "Angela Claire Louise DUBOIS", capacity: "Son tuteur" });
  });

  test("and back asks about the filer again: nothing of the other person stays", () => {
    const typed = applyStep(procedure, other, "vous", { nom: "MARTIN" }, NOW).state;
    const back = fileFor(procedure, typed, "self");
    expect(back).toMatchObject({ sources: {}, completed: [] });
    expect(back.beneficiary).toBeUndefined();
    expect(named(back, "nom")?.value).toBe("DUBOIS");
    expect(JSON.stringify(back.answers)).not.toContain("MARTIN");
    expect(named(back, "telephone")?.value).toBe("0612345678");
    expect(fill(procedure, back).fields.map(({ name }) => name)).not.toContain("declarant-nom");
  });

  test("whatever was answered: turned over and over, no fixed value of the State is ever the other person's", () => {
    const answers = fc.dictionary(fc.constantFrom("nom", "adresse", "quotient", "enfants", "x"), fc.string());
    fc.assert(
      fc.property(answers, (typed) => {
        const state = {
          ...emptyState(procedure, ANGELA),
          sources: prefilled(procedure).sources,
          answers: typed,
        };
        const { fields } = fill(procedure, fileFor(procedure, state, "other"));
        expect(fields.filter(({ name, received: got }) => got && !name.startsWith("declarant"))).toEqual([]);
      }),
    );
  });

  test("has a notice of its own: nothing is asked of anybody, and the other person is to be told", () => {
    const notice = noticeOf(procedure, { name: "Val-de-Sorgue" }, "other");
    expect(notice.sources).toEqual([]);
    expect(notice.introduction).toContain("ni sur vous, ni sur cette personne");
    expect(notice.identity).toEqual(["Nom de naissance du déclarant", "Prénoms du déclarant"]);
    expect(notice.rights[0]).toContain("les mêmes droits");
  });
});

test("a form for oneself is what it was, and names one person", () => {
  expect(fileFor(procedure, begun, "self")).toBe(begun);
  expect(fill(procedure, begun).beneficiary).toBeUndefined();
  expect(partiesOf(fill(procedure, begun)).filer).toBeUndefined();
  expect(scopesOf(procedure).identity).toContain("given_name");
});
