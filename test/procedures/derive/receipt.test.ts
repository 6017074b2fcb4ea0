import { expect, test } from "vitest";
import { applyStep, defineProcedure, fill, receiptOf } from "../../../src/procedures/index.ts";
import { AT, declaration, NOW, prefilled, TILLEULS } from "../../support/procedure.ts";

const procedure = defineProcedure(declaration());

test("the receipt says who was asked what and when, and what the citizen changed", () => {
  const body = { ...TILLEULS, "adresse.street": "1 rue Neuve", "quotient.contest": "Ancien" };
  const { state } = applyStep(procedure, prefilled(procedure), "foyer", body, NOW);
  const typed = applyStep(procedure, state, "vous", { telephone: "0612345678" }, NOW).state;
  expect(receiptOf(fill(procedure, typed))).toEqual({
    readings: [
      { source: "franceconnect", at: AT, what: ["Nom"] },
      {
        source: "api-particulier",
        provider: "CNAF",
        at: AT,
        what: ["Adresse", "Quotient familial", "Enfants"],
      },
    ],
    corrected: ["Adresse"],
    contested: ["Quotient familial"],
    typed: 1,
  });
});
