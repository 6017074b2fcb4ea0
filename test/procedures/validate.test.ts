import { expect, test } from "vitest";
import { applyStep, defineProcedure, emptyState, validate } from "../../src/procedures/index.ts";
import { declaration, NOW, prefilled } from "../support/procedure.ts";

const checked = defineProcedure(
  declaration({
    checks: [
      {
        field: "telephone",
        message: "Le numéro doit être celui d'un mobile.",
        holds: ({ telephone }) => String(telephone).startsWith("06"),
      },
    ],
  }),
);

test("everything that keeps the form from being sent is named, in the order of the form", () => {
  const errors = validate(checked, emptyState(checked), NOW);
  expect(errors.map(({ field }) => field)).toEqual(["nom", "telephone", "adresse", "enfants"]);
});

test("what the State sent is not the citizen's to put right", () => {
  const fields = validate(checked, prefilled(checked), NOW).map(({ field }) => field);
  expect(fields).toEqual(["telephone", "enfants"]);
});

test("a check of several fields speaks where its own field has a value", () => {
  const { state, errors } = applyStep(checked, prefilled(checked), "vous", { telephone: "0412345678" }, NOW);
  expect(errors).toEqual([
    { field: "telephone", anchor: "telephone", message: "Le numéro doit être celui d’un mobile." },
  ]);
  expect(validate(checked, state, NOW)[0]?.message).toBe("Le numéro doit être celui d’un mobile.");
});

test("an answer that a newer version no longer offers is refused at sending", () => {
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
    }),
  );
  const state = { ...emptyState(procedure), answers: { choix: "z" } };
  expect(validate(procedure, state, NOW)[0]?.message).toMatch(/réponses proposées/);
});

test("the day is the one in Paris: a birth of today is no birth of tomorrow at 23:30 UTC", () => {
  const procedure = defineProcedure(
    declaration({
      sources: {},
      steps: [
        { slug: "un", title: "Un", fields: [{ name: "jour", kind: "date", label: "Jour", max: "today" }] },
      ],
    }),
  );
  const state = { ...emptyState(procedure), answers: { jour: "2026-11-23" } };
  expect(validate(procedure, state, new Date("2026-11-22T23:30:00Z"))).toEqual([]);
  expect(validate(procedure, state, new Date("2026-11-22T22:30:00Z"))).toHaveLength(1);
});
