import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defineProcedure,
  type FilledForm,
  fill,
  fingerprintOf,
  sealFields,
  verifyFields,
} from "../../../src/procedures/index.ts";
import { declaration, prefilled } from "../../support/procedure.ts";

const sign = (text: string) => createHmac("sha256", "clé de test").update(text).digest("base64url");
const HERE = { collectivite: "21840054200018", draft: "d1" };
const form = fill(defineProcedure(declaration()), prefilled(defineProcedure(declaration())));
const seal = sealFields(form, HERE, sign);

const change = (name: string, changes: object): FilledForm => ({
  ...form,
  fields: form.fields.map((field) => (field.name === name ? { ...field, ...changes } : field)),
});

describe("a stored form", () => {
  test("that nobody touched is intact, also after JSON and with its keys in another order", () => {
    const stored = JSON.parse(JSON.stringify(form)) as FilledForm;
    const turned = {
      ...stored,
      fields: stored.fields.map((field) => Object.fromEntries(Object.entries(field).reverse()) as never),
    };
    expect(verifyFields(turned, seal, HERE, sign)).toEqual({ intact: true, altered: [] });
  });

  test.each([
    ["a value", change("quotient", { value: 0 })],
    ["the words that were shown", change("quotient", { display: ["0"] })],
    ["a provenance", change("telephone", { provenance: { source: "franceconnect" } })],
    ["a period", change("quotient", { provenance: { ...form.fields[0]?.provenance, period: "2020-01" } })],
    ["a correction that was hidden", change("adresse", { correction: { at: "2026-01-01" } })],
  ])("names the field when %s was altered", (_what, altered) => {
    const { intact, altered: names } = verifyFields(altered, seal, HERE, sign);
    expect(intact).toBe(false);
    expect(names).toHaveLength(1);
  });

  test("names a field that was removed or added", () => {
    const [first, ...others] = form.fields;
    expect(verifyFields({ ...form, fields: others }, seal, HERE, sign).altered).toEqual([first?.name]);
    const extra = {
      ...form,
      fields: [...form.fields, { ...(first as (typeof form.fields)[number]), name: "extra" }],
    };
    expect(verifyFields(extra, seal, HERE, sign).altered).toEqual(["extra"]);
  });

  test("is no longer intact when its price, its sources or the order of its fields changed", () => {
    const price = {
      cents: 1,
      label: "x",
      unit: "x",
      explanation: "x",
      deliberation: "x",
      provisional: false,
    };
    expect(verifyFields({ ...form, price }, seal, HERE, sign)).toEqual({ intact: false, altered: [] });
    expect(verifyFields({ ...form, sources: {} }, seal, HERE, sign).intact).toBe(false);
    expect(verifyFields({ ...form, fields: [...form.fields].reverse() }, seal, HERE, sign).intact).toBe(
      false,
    );
  });

  test.each([
    ["another draft", { ...HERE, draft: "d2" }],
    ["another collectivité", { ...HERE, collectivite: "21330063500017" }],
  ])("replayed from %s is refused, every field of it", (_where, context) => {
    expect(verifyFields(form, seal, context, sign).altered).toHaveLength(form.fields.length);
  });

  test("of another procedure or version is refused", () => {
    expect(verifyFields({ ...form, version: "2" }, seal, HERE, sign).altered).toHaveLength(
      form.fields.length,
    );
    expect(verifyFields({ ...form, procedure: "autre" }, seal, HERE, sign).intact).toBe(false);
  });

  test("sealed with another key is refused", () => {
    expect(verifyFields(form, seal, HERE, (text) => sign(`${text}!`)).intact).toBe(false);
  });

  test("is refused for any change of any value", () => {
    const names = fc.constantFrom(...form.fields.map(({ name }) => name));
    fc.assert(
      fc.property(names, fc.jsonValue(), (name, value) => {
        const before = form.fields.find((field) => field.name === name)?.value;
        const same = JSON.stringify(before) === JSON.stringify(value);
        expect(verifyFields(change(name, { value }), seal, HERE, sign).intact).toBe(same);
      }),
    );
  });
});

describe("the fingerprint of a form", () => {
  test("changes with a value between reading and sending, and not otherwise", () => {
    expect(fingerprintOf(change("quotient", { value: 1 }))).not.toBe(fingerprintOf(form));
    expect(fingerprintOf(JSON.parse(JSON.stringify(form)) as FilledForm)).toBe(fingerprintOf(form));
  });
});
