import { describe, expect, it } from "vitest";
import {
  applyStep,
  atCounter,
  emptyState,
  fill,
  PROCEDURES,
  type Procedure,
  priceOf,
} from "../../src/procedures/index.ts";

const procedure = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire") as Procedure;
const NOW = new Date("2026-11-22T10:00:00.000Z");
const identity = {
  givenNames: ["Zoé", "Anne"],
  familyName: "MARTIN",
  birthdate: "1985-03-27",
  gender: "female",
} as const;
const field = (state: ReturnType<typeof emptyState>, name: string) =>
  fill(procedure, state).fields.find((one) => one.name === name);

describe("the form of somebody at the counter", () => {
  it("shows an identity read on a document, with the moment it was read, and lets nobody type over it", () => {
    const state = atCounter(procedure, emptyState(procedure), { identity, document: "passeport" }, NOW);
    expect(field(state, "nom-de-naissance")).toMatchObject({
      policy: "fixed",
      value: "MARTIN",
      provenance: { source: "agent", fetchedAt: NOW.toISOString() },
    });
    const typed = applyStep(procedure, state, "vous", { "nom-de-naissance": "MALLORY" }, NOW).state;
    expect(field(typed, "nom-de-naissance")?.value).toBe("MARTIN");
  });

  it("asks for one that is only declared, as it was said", () => {
    const state = atCounter(procedure, emptyState(procedure), { identity }, NOW);
    expect(state.checked).toBeUndefined();
    expect(field(state, "prenoms")).toMatchObject({
      policy: "typed",
      value: "Zoé Anne",
      provenance: { source: "agent" },
    });
  });

  it("of another person keeps what is not about them, forgets what was read, and is looked at again", () => {
    const first = atCounter(procedure, emptyState(procedure), { identity }, NOW);
    const filled = {
      ...first,
      answers: { ...first.answers, ecole: "jean-moulin" },
      sources: { qf: { state: { state: "not_found", at: NOW.toISOString() } as const } },
      completed: ["vous"],
    };
    const next = atCounter(
      procedure,
      filled,
      { identity: { ...identity, familyName: "DURAND" }, document: "carte-identite" },
      NOW,
    );
    expect(next.answers).toEqual({ ecole: "jean-moulin" });
    expect(next.sources).toEqual({});
    expect(next.completed).toEqual([]);
    expect(field(next, "nom-de-naissance")?.value).toBe("DURAND");
  });

  it("has a provisional price where the agent typed what the State should have said", () => {
    const state = atCounter(procedure, emptyState(procedure), { identity }, NOW);
    const typed = { ...state, answers: { ...state.answers, "quotient-familial": 700 } };
    expect(priceOf(procedure, fill(procedure, typed))?.provisional).toBe(true);
  });
});
