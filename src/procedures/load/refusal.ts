import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeclarationProblem } from "../error.ts";
import type { LocatedProblem } from "./error.ts";
import { lineOf } from "./line-of.ts";

interface Refused extends Error {
  readonly problems: readonly DeclarationProblem[];
}

/** By its code, not its class: the file may have loaded another copy of this package. */
export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && "code" in error && error.code === "procedure_refused";
}

/** The call of `defineProcedure`: `defineProcedure` has taken everything above it off the stack. */
function calledFrom({ stack = "" }: Error): { readonly file: string; readonly line: number } | undefined {
  const frame = /^ +at (?:.*\()?((?:file:\/\/)?\/[^()]+?|file:\/\/\/[^()]+?):(\d+):\d+\)?$/m.exec(stack);
  if (frame?.[1] === undefined) return undefined;
  const [, place, line] = frame;
  // A test runner or a hot reloader adds a query to the address of a module.
  const file = (place.startsWith("file:") ? fileURLToPath(place) : place).replace(/\?.*$/, "");
  return { file, line: Number(line) };
}

/** The problems of a declaration, each with the line to change where the source can be read. */
export function located(error: Refused): readonly LocatedProblem[] {
  const call = calledFrom(error);
  if (call === undefined) return error.problems;
  try {
    const text = readFileSync(call.file, "utf8");
    const file = relative(process.cwd(), call.file);
    return error.problems.map((problem) => ({ ...problem, file, line: lineOf(text, call.line, problem.at) }));
  } catch {
    return error.problems;
  }
}
