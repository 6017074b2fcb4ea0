import type { Procedure, Step } from "./declaration.ts";
import { resolveFields } from "./resolve.ts";
import type { FormState } from "./state.ts";

/** The steps that this citizen goes through, in order. */
export function stepsOf(procedure: Procedure, state: FormState): readonly Step[] {
  const shown = new Set(resolveFields(procedure, state).map(({ field }) => field.step));
  return procedure.steps.filter(({ slug }) => shown.has(slug));
}

/** The first step that still has to be sent; undefined when the citizen can check their answers. */
export function nextStep(procedure: Procedure, state: FormState): Step | undefined {
  return stepsOf(procedure, state).find(({ slug }) => !state.completed.includes(slug));
}
