import type { Procedure } from "./declaration.ts";
import type { FilledForm } from "./form.ts";
import { priceOf } from "./price.ts";
import { splitFrom } from "./received.ts";
import { type ResolvedField, resolveFields } from "./resolve.ts";
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
  const resolved = resolveFields(procedure, state);
  const fields = resolved.map(({ filled }) => filled);
  const sources = Object.fromEntries(
    Object.entries(state.sources).map(([name, source]) => [name, source.state]),
  );
  const spared = documentsSpared(procedure, resolved);
  const price = priceOf(procedure, { fields, sources });
  return {
    procedure: procedure.slug,
    version: procedure.version,
    ...(state.beneficiary && { beneficiary: state.beneficiary }),
    fields,
    sources,
    ...(price === undefined ? {} : { price }),
    ...(spared.length === 0 ? {} : { documentsSpared: spared }),
  };
}

/** Documents stand ready for silent sources: those whose source spoke are not asked. */
function documentsSpared({ fields }: Procedure, resolved: readonly ResolvedField[]): readonly string[] {
  const asked = new Set(resolved.map(({ field }) => field.name));
  const spoke = new Set(
    resolved.flatMap(({ field: { from }, received }) =>
      received !== undefined && from !== undefined ? [splitFrom(from).source] : [],
    ),
  );
  return fields.flatMap(({ name, kind, replaces }) =>
    kind === "document" && replaces !== undefined && !asked.has(name) && spoke.has(replaces)
      ? [replaces]
      : [],
  );
}
