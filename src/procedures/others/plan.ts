import type { Field, Procedure, Step } from "../declaration.ts";
import type { FilledForm } from "../form.ts";

/** The steps of whoever files: one more, and in another order of persons, where it is for somebody else. */
export function planOf(
  { steps, stepsForOthers }: Pick<Procedure, "steps" | "stepsForOthers">,
  { beneficiary }: Pick<FilledForm, "beneficiary">,
): readonly Step[] {
  return beneficiary === "other" ? stepsForOthers : steps;
}

/** The same, field by field. */
export function plannedFields(
  procedure: Pick<Procedure, "steps" | "stepsForOthers">,
  form: Pick<FilledForm, "beneficiary">,
): readonly Field[] {
  return planOf(procedure, form).flatMap(({ fields }) => fields);
}
