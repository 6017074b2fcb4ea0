import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormState, fill, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { mirrorOf, TO_CHECK } from "../../../src/service/agent/mirror.ts";
import { filledState } from "../../support/agent-desk.ts";

const at = "2026-11-18T09:15:00.000Z";
const named = (slug: string) => PROCEDURES.find((procedure) => procedure.slug === slug) as Procedure;

/** The same draft, with any of its fields contested, and with or without its source and its identity. */
const anyState = (procedure: Procedure): fc.Arbitrary<FormState> =>
  fc
    .record({
      contested: fc.subarray(procedure.fields.map(({ name }) => name)),
      known: fc.boolean(),
      received: fc.boolean(),
    })
    .map(({ contested, known, received }) => {
      const { identity, sources, ...state } = filledState(procedure);
      return {
        ...state,
        ...(known && identity && { identity }),
        sources: received ? sources : {},
        contested: Object.fromEntries(contested.map((name) => [name, { reason: "Faux", at }])),
      };
    });

describe("the mirror of a form", () => {
  it.each(PROCEDURES.map(({ slug }) => slug))(
    "shows every field of %s once, in the citizen's order",
    (slug) => {
      const procedure = named(slug);
      fc.assert(
        fc.property(anyState(procedure), (state) => {
          const form = fill(procedure, state);
          const rows = mirrorOf({ form }, procedure).sections.flatMap((section) => section.rows);
          expect(rows.map(({ label }) => label)).toEqual(form.fields.map(({ label }) => label));
        }),
        { numRuns: 25 },
      );
    },
  );

  it("never calls certified what an agent has to look at, nor what the citizen alone says", () => {
    const procedure = named("restauration-scolaire");
    fc.assert(
      fc.property(anyState(procedure), (state) => {
        const form = fill(procedure, state);
        const mirror = mirrorOf({ form }, procedure);
        const certified = mirror.certified.flatMap(({ labels }) => labels);
        for (const { label } of mirror.toCheck) expect(certified).not.toContain(label);
        for (const { label, provenance } of form.fields) {
          if (provenance.source === "citizen") expect(certified).not.toContain(label);
        }
      }),
    );
  });

  it("asks to look at everything contested", () => {
    const procedure = named("restauration-scolaire");
    fc.assert(
      fc.property(anyState(procedure), (state) => {
        const form = fill(procedure, state);
        const contested = form.fields.filter((field) => field.contested).map(({ name }) => name);
        const toCheck = mirrorOf({ form }, procedure).toCheck.map(({ name }) => name);
        expect(toCheck).toEqual(expect.arrayContaining(contested));
      }),
    );
  });

  it("shows what the procedure of today no longer knows, after the rest", () => {
    const procedure = named("restauration-scolaire");
    const form = fill(procedure, filledState(procedure));
    const [first, ...others] = procedure.steps;
    const today = { ...procedure, steps: others };
    const sections = mirrorOf({ form }, today).sections;
    expect(sections.at(-1)?.title).toBe("Autres informations");
    expect(sections.at(-1)?.rows.map(({ name }) => name)).toContain(first?.fields[0]?.name);
    expect(sections.flatMap(({ rows }) => rows)).toHaveLength(form.fields.length);
  });

  it("has a word for every state that has to be looked at", () => {
    expect([...TO_CHECK].sort()).toEqual(["contested", "corrected", "replacing"]);
  });
});
