import type { Field, Procedure } from "../declaration.ts";
import { remainingToType } from "./remaining.ts";

/** Kinds whose answer another administration holds: FranceConnect, the CAF or the MSA, the register of vehicles. */
const HELD = new Set<Field["kind"]>(["address", "children", "document"]);
/** What FranceConnect says of everybody. */
const IDENTITY = new Set(["family-name", "given-name", "bday", "sex", "email"]);

/**
 * Informations that the form asks although an administration holds them: the « dites-le-nous une fois » that is
 * left to do. A document counts, whatever it is: somebody issued it.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045213315 CRPA, art. L114-8
 * @example
 * import { couldBePrefilled } from "passerelle";
 * couldBePrefilled(restaurationScolaire).map(({ label }) => label); // []
 */
export function couldBePrefilled(procedure: Procedure): readonly Field[] {
  return remainingToType(procedure).filter(
    ({ kind, autocomplete }) => HELD.has(kind) || (autocomplete !== undefined && IDENTITY.has(autocomplete)),
  );
}
