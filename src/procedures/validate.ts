import { crossErrors, dayIn, fieldError } from "./check.ts";
import type { Procedure } from "./declaration.ts";
import { resolveFields } from "./resolve.ts";
import type { FieldError, FormState } from "./state.ts";
import { unreadError } from "./unread.ts";

/**
 * Everything that keeps the form from being sent, in the order of the form; empty when nothing does.
 *
 * @see https://design-system.service.gov.uk/patterns/validation/
 * @example
 * import { fill, validate } from "passerelle";
 * if (validate(procedure, draft.state, now()).length === 0) send(fill(procedure, draft.state));
 */
export function validate(procedure: Procedure, state: FormState, now: Date): readonly FieldError[] {
  const today = dayIn(now);
  const fields = resolveFields(procedure, state);
  const cross = crossErrors(procedure, fields, today);
  return fields
    .map(
      (field) =>
        unreadError(field, state) ??
        fieldError(field, today) ??
        cross.find((error) => error.field === field.field.name),
    )
    .filter((error) => error !== undefined);
}
