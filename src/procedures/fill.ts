import type { Procedure } from "./declaration.ts";
import type { FilledForm } from "./form.ts";
import { priceOf } from "./price.ts";
import { resolveFields } from "./resolve.ts";
import type { FormState } from "./state.ts";

/**
 * The form as it stands: every field the citizen sees, with its value, its provenance and what they changed.
 * Pure: the same state always gives the same form.
 *
 * @example
 * import { fill } from "passerelle";
 * const filled = fill(procedure, draft.state);
 */
export function fill(procedure: Procedure, state: FormState): FilledForm {
  const fields = resolveFields(procedure, state).map(({ filled }) => filled);
  const sources = Object.fromEntries(
    Object.entries(state.sources).map(([name, source]) => [name, source.state]),
  );
  const price = priceOf(procedure, { fields, sources });
  return {
    procedure: procedure.slug,
    version: procedure.version,
    fields,
    sources,
    ...(price === undefined ? {} : { price }),
  };
}
