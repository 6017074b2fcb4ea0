import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bands,
  defineProcedure,
  type FieldDeclaration,
  ProcedureError,
  psu,
  type SourceDeclaration,
} from "../../../src/procedures/index.ts";
import { declaration } from "../../support/procedure.ts";

/** Every problem of a declaration as `code at`, or nothing when it is accepted. */
function refusals(changes: Parameters<typeof declaration>[0]): readonly string[] {
  return problems(changes).map(({ code, at }) => `${code} ${at}`);
}

function problems(changes: Parameters<typeof declaration>[0]) {
  try {
    defineProcedure(declaration(changes));
    return [];
  } catch (error) {
    if (error instanceof ProcedureError) return error.problems;
    throw error;
  }
}

const good = declaration();
const day = { value: "lundi", label: "Lundi" };
const qf = good.sources.qf as SourceDeclaration;
const withSource = (changes: object) => ({ sources: { qf: { ...qf, ...changes } as SourceDeclaration } });
const withField = (field: object) => ({
  steps: [...good.steps, { slug: "plus", title: "Plus", fields: [field as FieldDeclaration] }],
});

describe("a declaration is refused when it is loaded", () => {
  test("but not when it is right", () => {
    expect(refusals({})).toEqual([]);
  });

  test.each([
    ["nobody to be", [], "no_capacity forOthers, filer_unreachable forOthers"],
    ["nobody to reach", [{ value: "aidant", label: "Aidant" }], "filer_unreachable forOthers"],
  ])("for being filed for somebody else with %s", (_what, forOthers, expected) => {
    expect(refusals({ forOthers }).join(", ")).toBe(expected);
  });

  test("for a name that whoever files for somebody else has already", () => {
    const field: FieldDeclaration = { name: "declarant-nom", kind: "text", label: "Nom", filer: true };
    const capacities = [{ value: "aidant", label: "Aidant" }];
    expect(refusals({ ...withField(field), forOthers: capacities })).toEqual([
      "reserved_name steps.plus.declarant-nom.name",
    ]);
    const step = { slug: "declarant", title: "Vous", fields: [{ ...field, name: "tel" }] };
    expect(refusals({ steps: [...good.steps, step], forOthers: capacities })).toEqual([
      "reserved_name steps.declarant.slug",
    ]);
  });

  test("for a route that the official use case forbids, naming both and what is allowed", () => {
    const found = problems({
      sources: { ...good.sources, prime: { ...qf, route: "prime-activite", keys: ["est_beneficiaire"] } },
      ...withField({ name: "prime", kind: "yes-no", label: "Prime", from: "prime.est_beneficiaire" }),
    });
    expect(found.map(({ code, at }) => `${code} ${at}`)).toEqual(["forbidden_route sources.prime.route"]);
    expect(found[0]?.hint).toMatch(
      /tarification_municipale_enfance.*forbids "prime-activite".*"quotient-familial"/,
    );
  });

  test.each([
    ["an unknown route", withSource({ route: "quotient" }), "unknown_route sources.qf.route"],
    ["an unknown key", withSource({ keys: [...qf.keys, "composition"] }), "unknown_key sources.qf.keys"],
    [
      "a key that no field reads",
      withSource({ keys: [...qf.keys, "allocataires"] }),
      "unread_key sources.qf.keys",
    ],
    ["no alternative", withSource({ ifMissing: undefined }), "wrong_shape sources.qf.ifMissing"],
    [
      "an empty alternative",
      withSource({ ifMissing: { document: " " } }),
      "no_alternative sources.qf.ifMissing",
    ],
    ["no reason to ask", withSource({ why: "" }), "missing_text sources.qf.why"],
    [
      "a parameter from an unknown field",
      withSource({ needs: { annee: "an" } }),
      "unknown_field sources.qf.needs.annee",
    ],
    [
      "a field that nobody knows",
      withField({ name: "x", kind: "text", label: "X", from: "identity.sub" }),
      "unknown_claim steps.plus.x.from",
    ],
    [
      "an unknown source",
      withField({ name: "x", kind: "text", label: "X", from: "caf.nom" }),
      "unknown_source steps.plus.x.from",
    ],
    [
      "an undeclared key",
      withField({ name: "x", kind: "text", label: "X", from: "qf.allocataires" }),
      "undeclared_key steps.plus.x.from",
    ],
    [
      "a duplicate field",
      withField({ name: "nom", kind: "text", label: "Nom" }),
      "duplicate_field steps.plus.nom",
    ],
    [
      "an unknown kind",
      withField({ name: "x", kind: "colour", label: "X" }),
      "unknown_kind steps.plus.x.kind",
    ],
    [
      "a field without label",
      withField({ name: "x", kind: "text", label: "" }),
      "missing_text steps.plus.x.label",
    ],
    [
      "a name that would break ids",
      withField({ name: "a--b", kind: "text", label: "X" }),
      "wrong_name steps.plus.a--b",
    ],
    [
      "a choice without options",
      withField({ name: "x", kind: "choice", label: "X" }),
      "no_options steps.plus.x.options",
    ],
    [
      "an autocomplete that HTML does not know",
      withField({ name: "x", kind: "text", label: "X", autocomplete: "nom" }),
      "unknown_autocomplete steps.plus.x.autocomplete",
    ],
    [
      "a pattern that remembers",
      withField({ name: "x", kind: "text", label: "X", pattern: { expression: /a/g, message: "A" } }),
      "stateful_pattern steps.plus.x.pattern",
    ],
    [
      "a condition on the same page",
      withField({ name: "x", kind: "text", label: "X", onlyIf: { field: "x", is: "oui" } }),
      "late_condition steps.plus.x.onlyIf",
    ],
    [
      "a fixed field from nowhere",
      withField({ name: "x", kind: "text", label: "X", policy: "fixed" }),
      "policy_without_source steps.plus.x.policy",
    ],
    [
      "a typed field from somewhere",
      withField({ name: "x", kind: "text", label: "X", policy: "typed", from: "identity.email" }),
      "source_not_used steps.plus.x.policy",
    ],
    ["no key at all", withSource({ keys: [] }), "no_key sources.qf.keys"],
    [
      "a source named as what FranceConnect gives",
      { sources: { ...good.sources, identity: qf } },
      "wrong_name sources.identity",
    ],
    [
      "a step that asks nothing",
      { steps: [...good.steps, { slug: "vide", title: "Vide", fields: [] }] },
      "empty_step steps.vide",
    ],
    ["two steps of one name", { steps: [...good.steps, ...good.steps] }, "duplicate_step steps.vous"],
    [
      "a step whose name cannot stand in an address",
      { steps: [...good.steps, { slug: "Étape 2", title: "X", fields: [] }] },
      "wrong_slug steps.Étape 2",
    ],
    [
      "two options of one value",
      withField({ name: "x", kind: "choice", label: "X", options: [day, day] }),
      "duplicate_option steps.plus.x.options",
    ],
    [
      "an option whose value would break ids",
      withField({ name: "x", kind: "choice", label: "X", options: [day, { value: "a b", label: "B" }] }),
      "wrong_option steps.plus.x.options",
    ],
    [
      "a choice among what only a list can hold",
      withField({ name: "x", kind: "text", label: "X", from: "identity.email", policy: "chosen" }),
      "nothing_to_choose steps.plus.x.policy",
    ],
    [
      "a tariff with a hole",
      {
        tariff: bands({
          field: "quotient",
          figure: "QF",
          figureUnit: "€",
          unit: "par an",
          bands: [
            { from: 0, to: 10, cents: 1 },
            { from: 12, cents: 2 },
          ],
        }),
      },
      "wrong_tariff tariff",
    ],
    ["a retention of more than ten years", { retentionMonths: 121 }, "wrong_retention retentionMonths"],
    ["no use case", { useCase: undefined }, "no_use_case useCase"],
    ["an unknown use case", { useCase: "cantine" }, "unknown_use_case useCase"],
    ["no legal basis", { legalBasis: [] }, "no_legal_basis legalBasis"],
    [
      "no délibération",
      { deliberation: { reference: "", date: "2026-01-15" } },
      "no_deliberation deliberation.reference",
    ],
    [
      "a délibération on a day that never was",
      { deliberation: { reference: "n° 1", date: "2026-02-31" } },
      "wrong_date deliberation.date",
    ],
    ["no retention", { retentionMonths: 0 }, "wrong_retention retentionMonths"],
    ["an unknown level", { level: "high" }, "unknown_level level"],
    ["FranceConnect as the only way", { otherWays: [] }, "no_other_way otherWays"],
    ["no step", { steps: [], sources: {} }, "no_step steps"],
    ["a slug that cannot stand in an address", { slug: "Piscine été" }, "wrong_slug slug"],
    [
      "a tariff on a field that is not there",
      {
        tariff: bands({
          field: "qf",
          figure: "QF",
          figureUnit: "€",
          unit: "par an",
          bands: [{ from: 0, cents: 1 }],
        }),
      },
      "unknown_field tariff",
    ],
    [
      "a check on a field that is not there",
      { checks: [{ field: "age", message: "x", holds: () => true }] },
      "unknown_field checks",
    ],
  ])("for %s", (_case, changes, expected) => {
    expect(refusals(changes as Parameters<typeof declaration>[0])).toContain(expected);
  });

  test("for a property that does not exist: misspelt, it would silently do nothing", () => {
    expect(refusals({ sumary: "x" } as never)).toEqual(["unknown_property sumary"]);
    expect(refusals(withField({ name: "x", kind: "text", label: "X", optionnal: true }))).toEqual([
      "unknown_property steps.plus.x.optionnal",
    ]);
  });

  test("when it is empty, with everything that has to be written", () => {
    expect(() => defineProcedure({} as never)).toThrow(ProcedureError);
    expect(() => defineProcedure({} as never)).toThrow(/legalBasis: write a list of texts[\s\S]*otherWays/);
  });

  test("whatever it is, with a ProcedureError and nothing else", () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(good)), fc.jsonValue()),
        (any, some) => {
          for (const attempt of [any, { ...good, ...some }]) {
            try {
              defineProcedure(attempt as never);
            } catch (error) {
              expect(error).toBeInstanceOf(ProcedureError);
            }
          }
        },
      ),
    );
  });

  test("for a crèche tariff that reads the quotient familial", () => {
    const tariff = psu({
      resources: "quotient",
      children: "quotient",
      disabledChildren: "quotient",
      year: 2026,
      floorCents: 1,
      capCents: 2,
    });
    expect(refusals({ tariff })).toContain("wrong_base tariff");
  });

  test("with all its problems at once, each with the place and what to write", () => {
    const found = problems({ legalBasis: [], retentionMonths: 0.5, useCase: undefined as never });
    expect(found).toHaveLength(3);
    expect(found.every(({ hint }) => hint.length > 20)).toBe(true);
  });

  test("with an error that the operator and the citizen can read", () => {
    const attempt = () => defineProcedure(declaration({ legalBasis: [] }));
    expect(attempt).toThrow(ProcedureError);
    expect(attempt).toThrow(
      /"piscine" is refused:\n- test\S+refusals\.test\.ts:\d+ legalBasis: name the text/,
    );
  });
});

test("every reason to refuse a declaration has its test", () => {
  const folder = resolve(import.meta.dirname, "../../../src/procedures/define");
  const codes = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/\bproblem\(\s*"([a-z_]+)"/g)].map(
      ([, code]) => code,
    ),
  );
  const tests = readdirSync(resolve(import.meta.dirname, ".."), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(resolve(import.meta.dirname, "..", file), "utf8"))
    .join("\n");
  expect(codes.length).toBeGreaterThan(30);
  expect([...new Set(codes)].filter((code) => !new RegExp(`["\\s]${code} `).test(tests))).toEqual([]);
});
