import { expect, test } from "vitest";
import { defineProcedure, type SourceDeclaration, scopesOf } from "../../../src/procedures/index.ts";
import { declaration } from "../../support/procedure.ts";

const qf = declaration().sources.qf as SourceDeclaration;
const steps = declaration().steps;
const PIVOT = ["openid", "given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"];

test("only the keys that are read are asked for, and the one that shows whom the answer is about", () => {
  const onlyQuotient = defineProcedure(
    declaration({
      sources: { qf: { ...qf, keys: ["quotient_familial.valeur"] } },
      steps: [
        {
          slug: "qf",
          title: "QF",
          fields: [{ name: "quotient", kind: "number", label: "QF", from: "qf.quotient_familial.valeur" }],
        },
      ],
    }),
  );
  expect(scopesOf(onlyQuotient)).toEqual({
    identity: PIVOT,
    franceConnect: ["cnaf_quotient_familial", "cnaf_allocataires"],
    apiParticulier: ["cnaf_quotient_familial", "cnaf_allocataires"],
  });
});

test("no name is asked for where the declaration does without", () => {
  const trusting = { qf: { ...qf, allowUncheckedIdentity: "le jeton suffit" } };
  expect(scopesOf(defineProcedure(declaration({ sources: trusting }))).apiParticulier).not.toContain(
    "cnaf_allocataires",
  );
});

test("without a source, FranceConnect is asked for what the form reads and nothing more", () => {
  const [you] = steps;
  const procedure = defineProcedure(
    declaration({ sources: {}, useCase: undefined as never, steps: you ? [you] : [] }),
  );
  expect(scopesOf(procedure)).toEqual({
    identity: ["openid", "family_name"],
    franceConnect: [],
    apiParticulier: [],
  });
});
