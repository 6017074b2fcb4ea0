import type { Field, Procedure } from "../declaration.ts";

/**
 * What the citizen still has to type when every source answers: the « dites-le-nous une fois » of this form.
 *
 * @example
 * import { remainingToType } from "passerelle";
 * remainingToType(restaurationScolaire).length; // 4
 */
export function remainingToType(procedure: Procedure): readonly Field[] {
  return procedure.fields.filter(
    ({ policy, from, replaces }) => policy === "typed" && from === undefined && replaces === undefined,
  );
}
