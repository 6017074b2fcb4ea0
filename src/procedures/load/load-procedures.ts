import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Procedure } from "../declaration.ts";
import type { DeclarationProblem } from "../error.ts";
import { ProceduresFileError } from "./error.ts";

/** What importing a file may meet, and what to do about it. */
const IMPORT_HINTS: Readonly<Record<string, string>> = {
  ERR_MODULE_NOT_FOUND: "this file, or one that it imports, does not exist; check the path and the imports",
  ERR_UNKNOWN_FILE_EXTENSION:
    "this version of Node.js runs JavaScript only; name the file .js or .mjs, or use Node.js 22.18 or newer",
  ERR_UNSUPPORTED_DIR_IMPORT: "this is a folder; name the file that exports the procedures",
};

interface Refused extends Error {
  readonly problems: readonly DeclarationProblem[];
}

/** By its code, not its class: the file may have loaded another copy of this package. */
function isRefused(error: unknown): error is Refused {
  return error instanceof Error && "code" in error && error.code === "procedure_refused";
}

function failed(file: string, cause: unknown): ProceduresFileError {
  if (isRefused(cause)) return new ProceduresFileError(file, cause.problems, cause);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const hint = Object.hasOwn(IMPORT_HINTS, code) ? `${IMPORT_HINTS[code]} (${message})` : message;
  return new ProceduresFileError(file, [{ code: "not_loaded", at: "", file, hint }], cause);
}

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === "object" && value !== null && "slug" in value && "steps" in value && "fields" in value;

/** A declaration that was written and never checked. */
const isDeclaration = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "slug" in value && "steps" in value && !isProcedure(value);

/**
 * The procedures that a module exports, one by one or in lists: lists keep their order, and come first.
 *
 * @param file path of an ES module, from the working directory
 * @throws ProceduresFileError naming every problem, with the line to change
 * @example
 * import { loadProcedures } from "passerelle";
 * const procedures = await loadProcedures("procedures.js");
 */
export async function loadProcedures(file: string): Promise<readonly Procedure[]> {
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    throw failed(file, cause);
  }
  const named = Object.entries(exported).sort(
    ([, one], [, other]) => Number(Array.isArray(other)) - Number(Array.isArray(one)),
  );
  const procedures = [...new Set(named.flatMap(([, value]) => value).filter(isProcedure))];
  const slugs = procedures.map(({ slug }) => slug);
  const problems = [
    ...named
      .filter(([, value]) => [value].flat().some(isDeclaration))
      .map(([name]) => ({ code: "not_defined", at: name, hint: "write defineProcedure({ … }) around it" })),
    ...slugs
      .filter((slug, index) => slugs.indexOf(slug) !== index)
      .map((slug) => ({
        code: "duplicate_slug",
        at: "slug",
        hint: `"${slug}" names two procedures; give one of them another slug`,
      })),
    ...(procedures.length > 0 || named.some(([, value]) => [value].flat().some(isDeclaration))
      ? []
      : [{ code: "no_procedure", at: "", hint: "export at least one procedure made with defineProcedure" }]),
  ];
  if (problems.length > 0) {
    throw new ProceduresFileError(
      file,
      problems.map((problem) => ({ ...problem, file })),
    );
  }
  return procedures;
}
