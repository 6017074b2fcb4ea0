import type { Field, Procedure } from "../declaration.ts";
import type { Beneficiary } from "../others/file-for.ts";
import { plannedFields } from "../others/plan.ts";

/**
 * What the citizen still has to type when every source answers: the « dites-le-nous une fois » of this form. For
 * somebody else that is everything but who they are themselves.
 *
 * @example
 * import { remainingToType } from "passerelle";
 * remainingToType(restaurationScolaire).length; // 4
 */
export function remainingToType(procedure: Procedure, beneficiary: Beneficiary = "self"): readonly Field[] {
  if (beneficiary === "other") {
    return plannedFields(procedure, { beneficiary }).filter(
      ({ from, filer, replaces }) => (from === undefined || filer !== true) && replaces === undefined,
    );
  }
  return procedure.fields.filter(
    ({ policy, from, replaces }) => policy === "typed" && from === undefined && replaces === undefined,
  );
}
