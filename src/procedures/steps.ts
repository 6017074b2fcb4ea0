import type { Procedure, Step } from "./declaration.ts";
import { planOf } from "./others/plan.ts";
import { resolveFields } from "./resolve.ts";
import type { FormState } from "./state.ts";

/**
 * The steps that this citizen goes through, in order.
 *
 * @see https://design-system.service.gov.uk/patterns/question-pages/
 * @example
 * import { stepsOf } from "passerelle";
 * const titles = stepsOf(procedure, draft.state).map(({ title }) => title);
 */
export function stepsOf(procedure: Procedure, state: FormState): readonly Step[] {
  const shown = new Set(resolveFields(procedure, state).map(({ field }) => field.step));
  return planOf(procedure, state).filter(({ slug }) => shown.has(slug));
}

/**
 * The first step that still has to be sent; undefined when the citizen can check their answers.
 *
 * @see https://design-system.service.gov.uk/patterns/question-pages/
 * @example
 * import { nextStep } from "passerelle";
 * const { slug } = nextStep(procedure, draft.state) ?? { slug: "verifier" };
 */
export function nextStep(procedure: Procedure, state: FormState): Step | undefined {
  return stepsOf(procedure, state).find(({ slug }) => !state.completed.includes(slug));
}
