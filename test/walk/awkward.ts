import type { FormState } from "../../src/procedures/index.ts";

const at = "2026-11-18T09:15:00.000Z";

/** Something of everything that a page can choke on: a correction with a long reason, a contested value. */
export const awkward = (state: FormState): FormState => ({
  ...state,
  answers: {
    ...state.answers,
    adresse: { street: "14 rue des Tilleuls", postalCode: "84800", city: "L’Isle-sur-la-Sorgue" },
  },
  corrections: { adresse: { reason: "Nous avons déménagé. ".repeat(12), at } },
  contested: { "quotient-familial": { reason: "Mes revenus ont baissé.", at } },
});
