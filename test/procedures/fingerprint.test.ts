import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineProcedure, type FilledForm, fill, fingerprintOf } from "../../src/procedures/index.ts";
import { declaration, prefilled } from "../support/procedure.ts";

const procedure = defineProcedure(declaration());
const form = fill(procedure, prefilled(procedure));
const changed = (name: string, changes: object): FilledForm => ({
  ...form,
  fields: form.fields.map((field) => (field.name === name ? { ...field, ...changes } : field)),
});

describe("the fingerprint of a form", () => {
  test("stays the same for the same form, also after JSON and with its keys in another order", () => {
    const stored = JSON.parse(JSON.stringify(form)) as FilledForm;
    const turned = stored.fields.map((field) => Object.fromEntries(Object.entries(field).reverse()) as never);
    expect(fingerprintOf({ ...stored, fields: turned })).toBe(fingerprintOf(form));
  });

  test.each([
    ["a value", changed("quotient", { value: 0 })],
    ["the words that were shown", changed("quotient", { display: ["0"] })],
    ["a provenance", changed("telephone", { provenance: { source: "franceconnect" } })],
    ["a label", changed("telephone", { label: "Numéro" })],
    ["a field that is gone", { ...form, fields: form.fields.slice(1) }],
    ["the price", { ...form, price: { cents: 1 } as never }],
  ])("changes with %s", (_what, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(form));
  });

  test("changes with any change of any value", () => {
    const names = fc.constantFrom(...form.fields.map(({ name }) => name));
    fc.assert(
      fc.property(names, fc.jsonValue(), (name, value) => {
        const before = form.fields.find((field) => field.name === name)?.value;
        const same = JSON.stringify(before) === JSON.stringify(value);
        expect(fingerprintOf(changed(name, { value })) === fingerprintOf(form)).toBe(same);
      }),
    );
  });
});
