import { describe, expect, it } from "vitest";
import {
  fill,
  PROCEDURES,
  type Procedure,
  readAgain,
  type SourceSnapshot,
  sourcesToReadAgain,
} from "../../src/procedures/index.ts";
import { filledState } from "../support/agent-desk.ts";

const named = (slug: string) => PROCEDURES.find((one) => one.slug === slug) as Procedure;
const procedure = named("restauration-scolaire");
const state = filledState(procedure);
const form = fill(procedure, state);
const AT = "2026-11-23T10:00:00.000Z";

const snapshot = (change: Record<string, unknown> = {}): SourceSnapshot => ({
  state: { state: "received", at: AT, provider: "CNAF" },
  provenance: { source: "api-particulier", provider: "CNAF", route: "quotient-familial", fetchedAt: AT },
  data: { ...state.sources.qf?.data, ...change } as NonNullable<SourceSnapshot["data"]>,
});
const quotient = (valeur: number) => ({
  quotient_familial: { fournisseur: "CNAF", valeur, annee: 2026, mois: 12 },
});

describe("a source that is asked again", () => {
  it("is compared field by field with what the form received", () => {
    const again = readAgain(procedure, form, "qf", snapshot(quotient(812)));
    expect(again.fields.map(({ name, same }) => [name, same])).toEqual([
      ["adresse", true],
      ["quotient-familial", false],
      ["enfants", true],
    ]);
    expect(again.fields[1]?.received).toMatchObject({
      value: 812,
      display: [expect.stringContaining("812")],
      provenance: { fetchedAt: AT, period: "2026-12" },
    });
  });

  it("gives the price that its rule makes of it, and leaves the form alone", () => {
    const before = structuredClone(form);
    expect(form.price?.cents).toBe(340);
    expect(readAgain(procedure, form, "qf", snapshot(quotient(812))).price?.cents).toBe(330);
    expect(readAgain(procedure, form, "qf", snapshot(quotient(1045))).price?.cents).toBe(340);
    expect(form).toEqual(before);
  });

  it("counts where the State had said nothing and the citizen had typed", () => {
    const typed = fill(procedure, {
      ...state,
      sources: {},
      answers: { ...state.answers, "quotient-familial": 400 },
    });
    expect(typed.price).toMatchObject({ cents: 100, provisional: true });
    const again = readAgain(procedure, typed, "qf", snapshot(quotient(1045)));
    expect(again.price).toMatchObject({ cents: 340, provisional: false });
  });

  it("leaves the citizen's corrections and choices to the citizen", () => {
    const leisure = named("accueil-de-loisirs");
    const filled = filledState(leisure);
    const corrected = fill(leisure, {
      ...filled,
      answers: {
        ...filled.answers,
        adresse: { street: "3 rue du Moulin", postalCode: "84800", city: "Val-de-Sorgue" },
      },
    });
    const moved = { adresse: { numero_libelle_voie: "1 RUE", code_postal_ville: "13001 MARSEILLE" } };
    const again = readAgain(leisure, corrected, "qf", {
      ...snapshot(moved),
      data: { ...filled.sources.qf?.data, ...moved },
    });
    expect(again.fields.find(({ name }) => name === "adresse")?.same).toBe(false);
    expect(again.price?.cents).toBe(corrected.price?.cents);
  });

  it("says that a value has gone", () => {
    const again = readAgain(procedure, form, "qf", snapshot({ quotient_familial: null }));
    const gone = again.fields.find(({ name }) => name === "quotient-familial");
    expect(gone).toEqual({ name: "quotient-familial", label: "Quotient familial", same: false });
  });

  it("gives nothing to compare where nobody is known", () => {
    expect(readAgain(procedure, form, "qf", { state: { state: "not_found", at: AT } })).toEqual({
      source: "qf",
      state: { state: "not_found", at: AT },
      fields: [],
    });
  });

  it("is none that needs the citizen's own token, nor one about somebody else", () => {
    expect(sourcesToReadAgain(procedure, form)).toEqual(["qf"]);
    expect(sourcesToReadAgain(procedure, { ...form, beneficiary: "other" })).toEqual([]);
    const parking = named("stationnement-resident");
    const vehicles = sourcesToReadAgain(parking, fill(parking, filledState(parking)));
    const onlyWithToken = Object.entries(parking.sources)
      .filter(([, { route }]) => route === "extrait-immatriculation-vehicule")
      .map(([name]) => name);
    expect(onlyWithToken.length).toBe(1);
    for (const name of onlyWithToken) expect(vehicles).not.toContain(name);
  });
});
