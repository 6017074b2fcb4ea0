import type { Field, FieldDeclaration, Option, Step } from "../declaration.ts";
import { field } from "../options.ts";

/** The step that whoever files for somebody else answers first; no declaration may use its name. */
export const FILER_STEP = "declarant";

/** What is asked of whoever files, before how to reach them. */
const identityOf = (capacities: readonly Option[]): readonly FieldDeclaration[] => [
  field("text", `${FILER_STEP}-nom`, "Nom de naissance du déclarant", {
    autocomplete: "family-name",
    from: "identity.familyName",
  }),
  field("text", `${FILER_STEP}-prenoms`, "Prénoms du déclarant", {
    autocomplete: "given-name",
    from: "identity.givenNames",
  }),
  field("choice", `${FILER_STEP}-qualite`, "Qualité du déclarant", { options: capacities }),
];

/** Nobody is asked for without knowing it, unless the law lets somebody decide for them. */
const AGREEMENT = field(
  "agreement",
  `${FILER_STEP}-accord`,
  "La personne concernée est d’accord pour cette demande, ou je la représente légalement",
);

const asFiler = (declared: FieldDeclaration): Field => ({
  ...declared,
  step: FILER_STEP,
  policy: declared.policy ?? (declared.from === undefined ? "typed" : "fixed"),
  optional: declared.optional ?? false,
  filer: true,
});

/**
 * The same steps for somebody who files for another: who they are comes first, with how to reach them; the rest is
 * about a person whose browser this is not, so that it offers nothing to fill in by itself.
 *
 * @see https://www.w3.org/TR/WCAG21/#identify-input-purpose (only what is about the user has a token)
 */
export function stepsForOthers(
  steps: readonly Step[],
  capacities: readonly Option[] | undefined,
): readonly Step[] {
  if (capacities === undefined) return [];
  const reach = steps.flatMap(({ fields }) => fields.filter(({ filer }) => filer === true));
  const filer: Step = {
    slug: FILER_STEP,
    title: "Vous, le déclarant",
    introduction:
      "Vous faites cette demande pour quelqu’un d’autre. Les nouvelles de la demande vous seront envoyées.",
    fields: [...identityOf(capacities), ...reach, AGREEMENT].map(asFiler),
  };
  const others = steps.map(({ titleForOthers, ...step }) => ({
    ...step,
    title: titleForOthers ?? step.title,
    fields: step.fields
      .filter((one) => one.filer !== true)
      .map((one) => ({ ...one, autocomplete: "off" as const })),
  }));
  return [filer, ...others];
}
