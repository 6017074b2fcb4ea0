import { expect, test } from "vitest";
import { defineProcedure, type SourceDeclaration } from "../../../src/procedures/index.ts";
import { declaration } from "../../support/procedure.ts";

const procedure = defineProcedure(declaration());
const named = (name: string) => procedure.fields.find((field) => field.name === name);

test("a field from somewhere is fixed unless it says otherwise, the others are typed", () => {
  expect(named("nom")?.policy).toBe("fixed");
  expect(named("telephone")?.policy).toBe("typed");
  expect(named("adresse")?.policy).toBe("correctable");
});

test("the document that replaces a source comes right after the last field it vouches for", () => {
  const names = procedure.fields.map(({ name }) => name);
  expect(names).toEqual(["nom", "telephone", "adresse", "quotient", "justificatif-qf", "enfants"]);
  expect(named("justificatif-qf")).toMatchObject({ kind: "document", replaces: "qf", step: "foyer" });
});

test("a declaration on one's honour is a box to tick", () => {
  const qf = declaration().sources.qf as SourceDeclaration;
  const { fields } = defineProcedure(
    declaration({ sources: { qf: { ...qf, ifMissing: { declaration: "Je certifie l'exactitude" } } } }),
  );
  expect(fields.find(({ replaces }) => replaces === "qf")).toMatchObject({
    name: "declaration-qf",
    kind: "agreement",
    label: "Je certifie l’exactitude",
  });
});

test("texts are set as French wants, names and values stay as written", () => {
  const { title, steps } = defineProcedure(
    declaration({
      title: "L'eau : combien ?",
      steps: [
        ...declaration().steps,
        {
          slug: "jour",
          title: "Jour",
          fields: [
            {
              name: "jour",
              kind: "choice",
              label: "Jour",
              options: [
                { value: "lundi", label: "Lundi : l'après-midi" },
                { value: "mardi", label: "Mardi" },
              ],
            },
          ],
        },
      ],
    }),
  );
  expect(title).toBe("L’eau\u00A0: combien\u00A0?");
  expect(steps.at(-1)?.fields[0]?.options?.[0]).toEqual({
    value: "lundi",
    label: "Lundi\u00A0: l’après-midi",
  });
});
