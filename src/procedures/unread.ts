import { readBody } from "./body.ts";
import { errorOf } from "./check.ts";
import type { Procedure } from "./declaration.ts";
import { KINDS } from "./kinds/index.ts";
import { about, type Typed } from "./kinds/kind.ts";
import { type ResolvedField, resolveFields } from "./resolve.ts";
import type { FieldError, FormState } from "./state.ts";
import type { Refused } from "./view-step.ts";

/** What is wrong with what was typed and kept although it is no answer; undefined where nothing is kept. */
export function unreadError(
  resolved: ResolvedField,
  { unread }: Pick<FormState, "unread">,
): FieldError | undefined {
  const { field, received } = resolved;
  const typed = unread?.[field.name];
  if (typed === undefined || resolved.policy === "fixed") return undefined;
  const known = received === undefined ? {} : { received: received.value };
  const parsed = KINDS[field.kind].parse(field, readBody(typed), known);
  const problem = "problem" in parsed ? parsed.problem : { message: about(field, "vérifiez votre réponse.") };
  return errorOf(resolved, problem);
}

/**
 * What a step keeps as it was typed although it could not be taken, each with what is wrong with it; undefined where
 * there is nothing of the kind.
 *
 * @example
 * import { unreadOf, viewStep } from "passerelle";
 * const page = viewStep(procedure, draft.state, "foyer", unreadOf(procedure, draft.state, "foyer"));
 */
export function unreadOf(procedure: Procedure, state: FormState, slug: string): Refused | undefined {
  const kept = resolveFields(procedure, state).flatMap((resolved) => {
    const error = resolved.field.step === slug ? unreadError(resolved, state) : undefined;
    return error === undefined ? [] : [{ error, typed: state.unread?.[error.field] ?? {} }];
  });
  if (kept.length === 0) return undefined;
  const typed: Typed = Object.assign({}, ...kept.map((one) => one.typed));
  return { errors: kept.map(({ error }) => error), typed };
}
