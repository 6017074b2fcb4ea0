import { PROPERTIES_READ, type Procedure } from "../../procedures/index.ts";
import { speechIn } from "./speech.ts";

/** What citizens read of a declaration, and of the table of its tariff. */
const READ = new Set([...PROPERTIES_READ, "caption", "headers", "rows"]);

/**
 * The French texts of a procedure that an English page would show as they are: add each to its `english`.
 *
 * @example
 * import { PROCEDURES } from "../../procedures/index.ts";
 * import { untranslated } from "./index.ts";
 * PROCEDURES.flatMap(untranslated); // []
 */
export function untranslated(procedure: Procedure): readonly string[] {
  const { known } = speechIn("en", procedure.english ?? {});
  const { english: _english, ...declared } = procedure;
  return [...new Set(textsIn(declared))].filter((text) => known(text) === undefined);
}

function textsIn(value: unknown, read = false): readonly string[] {
  if (typeof value === "string") return read ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, read));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, READ.has(name)));
}
