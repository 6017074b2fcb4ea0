import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERBS } from "../../../src/service/agent/decisions.ts";
import { LONGEST_REASON, readDecision } from "../../../src/service/agent/read-decision.ts";

const FIELDS = ["adresse", "telephone"];

describe("reading a decision", () => {
  it("makes, of any body, either a decision or errors that point somewhere; it never throws", () => {
    const body = fc.oneof(
      fc.anything(),
      fc.record({ motif: fc.anything(), champs: fc.anything(), revision: fc.anything() }),
      fc.record({ motif: fc.string(), champs: fc.array(fc.string()), revision: fc.string() }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...VERBS), body, (verb, posted) => {
        const { decision, errors, form } = readDecision(verb, posted, FIELDS);
        expect(decision === undefined).toBe(errors.length > 0);
        expect(errors.every(({ anchor, message }) => anchor !== "" && message !== "")).toBe(true);
        expect(form.fields.every((name) => FIELDS.includes(name))).toBe(true);
        if (verb.reason === "required" && decision) expect(form.reason.length).toBeGreaterThan(0);
      }),
    );
  });

  it("counts characters as people do", () => {
    const [refusal] = VERBS.filter(({ type }) => type === "refused");
    const read = (motif: string) => refusal && readDecision(refusal, { motif, revision: "1" }, FIELDS);
    expect(read("😀".repeat(LONGEST_REASON))?.errors).toEqual([]);
    expect(read("😀".repeat(LONGEST_REASON + 1))?.errors).toHaveLength(1);
  });

  it("keeps one form of an accent and one kind of line end", () => {
    const [refusal] = VERBS.filter(({ type }) => type === "refused");
    const read = refusal && readDecision(refusal, { motif: " Cle\u0301ment\r\nné ", revision: "1" }, FIELDS);
    expect(read?.form.reason).toBe("Clément\nné");
  });
});
