import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyStep,
  carryOver,
  defineProcedure,
  type FieldDeclaration,
  type FieldKind,
  fill,
  nextStep,
  type ProcedureDeclaration,
  validate,
} from "../../src/procedures/index.ts";
import { declaration, NOW, prefilled, TILLEULS } from "../support/procedure.ts";

const before = defineProcedure(declaration());
const begun = applyStep(
  before,
  applyStep(before, prefilled(before), "vous", { telephone: "0612345678" }, NOW).state,
  "foyer",
  { ...TILLEULS, "adresse.street": "9 rue du Puits", "quotient.contest": "Il a baissé." },
  NOW,
).state;
const later = (change: (field: FieldDeclaration) => FieldDeclaration | undefined, more = {}) => {
  const { steps, ...rest } = declaration({ version: "2", ...more } as Partial<ProcedureDeclaration>);
  const changed = steps.map((step) => ({ ...step, fields: step.fields.flatMap((one) => change(one) ?? []) }));
  return defineProcedure({ ...rest, steps: changed });
};
const named = (procedure: ReturnType<typeof later>, name: string) =>
  fill(procedure, carryOver(procedure, begun, NOW)).fields.find((field) => field.name === name);

describe("a draft of an older version", () => {
  test("of today's is left as it is", () => {
    expect(carryOver(before, begun, NOW)).toBe(begun);
  });

  test("keeps its answers, corrections and objections, and has every step looked at again", () => {
    const after = later((field) => field);
    const state = carryOver(after, begun, NOW);
    expect(state).toMatchObject({ version: "2", completed: [] });
    expect(nextStep(after, state)?.slug).toBe("vous");
    expect(named(after, "telephone")?.value).toBe("0612345678");
    expect(named(after, "adresse")).toMatchObject({ value: { street: "9 rue du Puits" }, correction: {} });
    expect(named(after, "quotient")).toMatchObject({ value: 1045, contested: { reason: "Il a baissé." } });
  });

  test("forgets what is not asked any more", () => {
    const after = later((field) => (field.name === "telephone" ? undefined : field));
    expect(carryOver(after, begun, NOW).answers).not.toHaveProperty("telephone");
  });

  test("shows what no longer fits as it was typed, and does not let it pass", () => {
    const after = later((field) => (field.name === "telephone" ? { ...field, kind: "email" } : field));
    const state = carryOver(after, begun, NOW);
    expect(state.answers).not.toHaveProperty("telephone");
    expect(state.unread?.telephone).toEqual({ telephone: ["0612345678"] });
    expect(validate(after, state, NOW).map(({ field }) => field)).toContain("telephone");
  });

  test("reads again what today's form asks more of, and keeps nothing that it asks no more", () => {
    const source = declaration().sources.qf;
    const fewer = later((field) => (field.name === "enfants" ? undefined : field), {
      sources: { qf: { ...source, keys: ["quotient_familial", "adresse"] } },
    });
    expect(Object.keys(carryOver(fewer, begun, NOW).sources.qf?.data ?? {})).toEqual([
      "quotient_familial",
      "adresse",
    ]);
    const poorer = {
      ...begun,
      sources: { qf: { ...begun.sources.qf, data: { enfants: [] } } },
    } as typeof begun;
    expect(
      carryOver(
        later((field) => field),
        poorer,
        NOW,
      ).sources,
    ).toEqual({});
    expect(
      carryOver(
        later((field) => field, { sources: {}, steps: [declaration().steps[0]] }),
        begun,
        NOW,
      ).sources,
    ).toEqual({});
  });

  test("for somebody else is the filer's own again where that is no longer possible", () => {
    const state = carryOver(
      later((field) => field),
      { ...begun, beneficiary: "other" },
      NOW,
    );
    expect(state.beneficiary).toBeUndefined();
    expect(state.sources).toEqual({});
  });

  test("of any kind becomes any other kind without an error, and never a valid answer that nobody gave", () => {
    const kinds: FieldKind[] = [
      "text",
      "long-text",
      "tel",
      "email",
      "number",
      "date",
      "yes-no",
      "agreement",
      "address",
      "children",
      "plate",
      "document",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.jsonValue(), (kind, value) => {
        const after = later((field) =>
          field.name === "telephone" ? { name: "telephone", label: "X", kind } : field,
        );
        const old = { ...begun, answers: { ...begun.answers, telephone: value as never } };
        const state = carryOver(after, old, NOW);
        const wrong = validate(after, state, NOW).some(({ field }) => field === "telephone");
        const shown = fill(after, state).fields.find(({ name }) => name === "telephone")?.display ?? [];
        expect(wrong || shown.length > 0).toBe(true);
      }),
    );
  });
});
