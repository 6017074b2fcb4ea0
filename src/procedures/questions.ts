import type { SourceDeclaration } from "./declaration.ts";

/**
 * The fields that must be answered before a source can be asked.
 *
 * @example
 * import { questionsOf } from "passerelle";
 * const first = Object.values(procedure.sources).flatMap(questionsOf); // the number plate, for the vehicle
 */
export function questionsOf({
  needs = {},
  about,
}: Pick<SourceDeclaration, "needs" | "about">): readonly string[] {
  return [...Object.values(needs), ...(about === undefined ? [] : [about])];
}
