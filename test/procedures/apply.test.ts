import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyStep,
  attachDocument,
  defineProcedure,
  emptyState,
  type FormState,
  fill,
  type ProcedureDeclaration,
  validate,
} from "../../src/procedures/index.ts";
import { ANGELA, CAF_DATA, declaration, NOW, prefilled, received, TILLEULS } from "../support/procedure.ts";

const procedure = defineProcedure(declaration());
const LATER = new Date("2026-11-23T10:00:00Z");
const fieldIn = (state: FormState, name: string) =>
  fill(procedure, state).fields.find((field) => field.name === name);
const family = fieldIn(prefilled(procedure), "enfants")?.received?.value as readonly {
  readonly id: string;
}[];
const lina = family[0]?.id ?? "";
const FOYER = { ...TILLEULS, enfants: lina };

describe("a step that is sent", () => {
  test("keeps what was typed and is complete", () => {
    const { state, errors } = applyStep(
      procedure,
      prefilled(procedure),
      "vous",
      { telephone: "06 12 34 56 78" },
      NOW,
    );
    expect(errors).toEqual([]);
    expect(state.completed).toEqual(["vous"]);
    expect(fieldIn(state, "telephone")).toMatchObject({
      value: "0612345678",
      provenance: { source: "citizen" },
    });
  });

  test("keeps the right answers beside a wrong one, and gives the wrong one back as it was typed", () => {
    const body = { ...FOYER, "adresse.postalCode": "84" };
    const { state, errors, typed } = applyStep(procedure, prefilled(procedure), "foyer", body, NOW);
    expect(errors).toEqual([
      { field: "adresse", anchor: "adresse--postalCode", message: expect.stringMatching(/84800/) },
    ]);
    expect(state.completed).toEqual([]);
    expect(fieldIn(state, "enfants")?.display).toEqual(["LINA MARIE DUBOIS, née le 27 mars 2018"]);
    expect(typed["adresse.postalCode"]).toEqual(["84"]);
  });

  test("says what is missing, in the order of the form, with the input to jump to", () => {
    const { errors } = applyStep(procedure, prefilled(procedure), "foyer", {}, NOW);
    expect(errors.map(({ field, anchor }) => [field, anchor])).toEqual([
      ["adresse", "adresse--street"],
      ["enfants", "enfants"],
    ]);
  });

  test("is complete no more when it is sent again with an error", () => {
    const done = { ...prefilled(procedure), completed: ["vous", "foyer"] };
    expect(applyStep(procedure, done, "vous", { telephone: "12" }, NOW).state.completed).toEqual(["foyer"]);
  });

  test("removes an answer that is emptied", () => {
    const typed = applyStep(procedure, prefilled(procedure), "vous", { telephone: "0612345678" }, NOW).state;
    const { state, errors } = applyStep(procedure, typed, "vous", { telephone: "" }, NOW);
    expect(fieldIn(state, "telephone")?.value).toBeNull();
    expect(errors[0]?.message).toMatch(/06 12 34 56 78/);
  });

  test("stays on the page when one more row is asked for", () => {
    expect(
      applyStep(procedure, prefilled(procedure), "foyer", { ...FOYER, "enfants.more": "oui" }, NOW).stay,
    ).toBe(true);
    expect(applyStep(procedure, prefilled(procedure), "foyer", FOYER, NOW).stay).toBe(false);
  });

  test("that the citizen does not have changes nothing", () => {
    const state = prefilled(procedure);
    expect(applyStep(procedure, state, "inconnue", FOYER, NOW).state.answers).toEqual({});
  });
});

describe("a correction", () => {
  const moved = { ...FOYER, "adresse.street": "1 rue Neuve" };

  test("keeps the reason and the moment", () => {
    const { state } = applyStep(
      procedure,
      prefilled(procedure),
      "foyer",
      { ...moved, "adresse.reason": "Déménagement" },
      NOW,
    );
    expect(fieldIn(state, "adresse")?.correction).toEqual({ reason: "Déménagement", at: NOW.toISOString() });
  });

  test("sent again unchanged keeps its first moment", () => {
    const first = applyStep(procedure, prefilled(procedure), "foyer", moved, NOW).state;
    const again = applyStep(procedure, first, "foyer", moved, LATER).state;
    expect(fieldIn(again, "adresse")?.correction?.at).toBe(NOW.toISOString());
  });

  test("taken back leaves the received value and no trace of a correction", () => {
    const first = applyStep(procedure, prefilled(procedure), "foyer", moved, NOW).state;
    const { state } = applyStep(procedure, first, "foyer", FOYER, LATER);
    expect(fieldIn(state, "adresse")?.correction).toBeUndefined();
    expect(state.answers.adresse).toBeUndefined();
    expect(state.corrections.adresse).toBeUndefined();
  });

  test("that adds a child to those of the CAF is marked as the citizen's", () => {
    const lou = {
      "enfants.added.0.givenNames": "Lou",
      "enfants.added.0.familyName": "Martin",
      "enfants.added.0.birthdate": "2019-05-05",
    };
    const { state } = applyStep(procedure, prefilled(procedure), "foyer", { ...FOYER, ...lou }, NOW);
    expect(fieldIn(state, "enfants")).toMatchObject({
      display: ["LINA MARIE DUBOIS, née le 27 mars 2018", "Lou Martin, né(e) le 5 mai 2019"],
      provenance: { source: "citizen" },
      correction: { at: NOW.toISOString() },
    });
  });
});

describe("an objection to a fixed value", () => {
  const object = (reason: string, state = prefilled(procedure)) =>
    applyStep(procedure, state, "foyer", { ...FOYER, "quotient.contest": reason }, NOW).state;

  test("is kept with its reason, and the value stands", () => {
    expect(fieldIn(object("J'ai perdu mon emploi"), "quotient")).toMatchObject({
      value: 1045,
      contested: { reason: "J'ai perdu mon emploi", at: NOW.toISOString() },
    });
  });

  test("is withdrawn when it is emptied, and stays when it is not on the page", () => {
    const objecting = object("Faux");
    expect(fieldIn(object(" ", objecting), "quotient")?.contested).toBeUndefined();
    const { state } = applyStep(procedure, objecting, "foyer", FOYER, NOW);
    expect(fieldIn(state, "quotient")?.contested?.reason).toBe("Faux");
  });

  test("is cut at 500 characters", () => {
    expect(fieldIn(object("é".repeat(900)), "quotient")?.contested?.reason).toHaveLength(500);
  });
});

describe("the browser is never trusted", () => {
  const attack = (body: object) =>
    applyStep(procedure, prefilled(procedure), "foyer", { ...FOYER, ...body }, NOW).state;

  test.each([
    ["a fixed value that was edited", { quotient: "0" }],
    ["a fixed value sent twice", { quotient: ["1045", "0"] }],
    ["a fixed value of another step", { nom: "PIRATE" }],
    ["the value as an object", { quotient: { valeur: 0 } }],
    ["an answer to a field of another step", { telephone: "0699999999" }],
    ["a field that does not exist", { admin: "oui" }],
    ["a document that was never stored", { "justificatif-qf": "f1" }],
    ["prototype keys", JSON.parse('{"__proto__": {"quotient": "0"}, "constructor": "x"}') as object],
  ])("%s changes nothing", (_attack, body) => {
    expect(fill(procedure, attack(body))).toEqual(fill(procedure, attack({})));
  });

  test("an objection to FranceConnect's identity is not for this form", () => {
    const body = { telephone: "0612345678", "nom.contest": "Faux" };
    const { state } = applyStep(procedure, prefilled(procedure), "vous", body, NOW);
    expect(state.contested).toEqual({});
  });

  test("a child of another family cannot be chosen", () => {
    expect(fieldIn(attack({ enfants: [lina, "000000000000"] }), "enfants")?.display).toHaveLength(1);
  });

  test("no body at all, or one that is no form, throws nothing", () => {
    for (const body of [undefined, null, "quotient=0", 12, ["a"], () => 0]) {
      expect(applyStep(procedure, prefilled(procedure), "foyer", body, NOW).errors).not.toEqual([]);
    }
  });

  test("any body leaves every fixed value as it was received", () => {
    const names = fc.constantFrom(
      "nom",
      "telephone",
      "quotient",
      "quotient.contest",
      "adresse",
      "adresse.street",
      "adresse.postalCode",
      "adresse.city",
      "adresse.reason",
      "enfants",
      "enfants.added.0.givenNames",
      "justificatif-qf.later",
      "__proto__",
    );
    const values = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.anything());
    const before = fill(procedure, prefilled(procedure)).fields.filter(({ policy }) => policy === "fixed");
    fc.assert(
      fc.property(
        fc.constantFrom("vous", "foyer", "x"),
        fc.oneof(fc.dictionary(names, values), fc.anything()),
        (step, body) => {
          const { state } = applyStep(procedure, prefilled(procedure), step, body, NOW);
          const after = fill(procedure, state).fields.filter(({ policy }) => policy === "fixed");
          expect(after.map(({ contested: _, ...field }) => field)).toEqual(before);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("when a source stays silent", () => {
  const silent = { ...emptyState(procedure, ANGELA), sources: {} };
  const typed = {
    ...TILLEULS,
    "enfants.added.0.givenNames": "Lou",
    "enfants.added.0.familyName": "Dubois",
    "enfants.added.0.birthdate": "2019-05-05",
  };

  test("everything can be typed, and nothing has to be proven where nothing is claimed", () => {
    expect(applyStep(procedure, silent, "foyer", typed, NOW).errors).toEqual([]);
  });

  test("a figure that is claimed asks for the document, or the promise of it", () => {
    const claimed = applyStep(procedure, silent, "foyer", { ...typed, quotient: "300" }, NOW);
    expect(claimed.errors.map(({ field }) => field)).toEqual(["justificatif-qf"]);
    const promised = applyStep(
      procedure,
      silent,
      "foyer",
      { ...typed, quotient: "300", "justificatif-qf.later": "oui" },
      NOW,
    );
    expect(promised.errors).toEqual([]);
  });

  test("a stored file answers the document", () => {
    const file = { id: "f1", name: "attestation.pdf", type: "application/pdf", size: 10 };
    const withFile = attachDocument(procedure, silent, "justificatif-qf", file);
    const { state, errors } = applyStep(procedure, withFile, "foyer", { ...typed, quotient: "300" }, NOW);
    expect(errors).toEqual([]);
    expect(fieldIn(state, "justificatif-qf")?.display).toEqual(["attestation.pdf"]);
  });

  test("a file can only be attached where a document is asked", () => {
    const file = { id: "f1", name: "a.pdf", type: "application/pdf", size: 10 };
    expect(attachDocument(procedure, silent, "telephone", file)).toBe(silent);
    const state = prefilled(procedure);
    expect(attachDocument(procedure, state, "justificatif-qf", file)).toBe(state);
  });

  test("« non » claims nothing, so nothing has to be proven", () => {
    const c2s: Partial<ProcedureDeclaration> = {
      useCase: "tarification_transports",
      sources: {
        c2s: {
          route: "complementaire-sante-solidaire",
          keys: ["est_beneficiaire"],
          why: "x",
          ifMissing: { document: "Attestation" },
        },
      },
      steps: [
        {
          slug: "droits",
          title: "Droits",
          fields: [
            { name: "c2s", kind: "yes-no", label: "C2S", optional: true, from: "c2s.est_beneficiaire" },
          ],
        },
      ],
    };
    const transport = defineProcedure(declaration(c2s));
    const errors = (answer: string) =>
      applyStep(transport, emptyState(transport), "droits", { c2s: answer }, NOW).errors.length;
    expect([errors("non"), errors("oui")]).toEqual([0, 1]);
  });

  test("and answers after the citizen moved on, the fixed value is the received one", () => {
    const moved = applyStep(
      procedure,
      silent,
      "foyer",
      { ...typed, quotient: "300", "justificatif-qf.later": "oui" },
      NOW,
    ).state;
    const late = { ...moved, sources: { qf: received(CAF_DATA) } };
    expect(fieldIn(late, "quotient")?.value).toBe(1045);
    expect(fieldIn(late, "justificatif-qf")).toBeUndefined();
    expect(validate(procedure, late, NOW).map(({ field }) => field)).toEqual(["telephone"]);
  });
});
