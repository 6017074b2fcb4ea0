import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeclarationProblem } from "../error.ts";
import { lineOf } from "./line-of.ts";

/** Who called a function, by the first frame under it: a path or a `file:` address, and a line from 1. */
function callerOf(
  called: (...given: never[]) => unknown,
): { readonly file: string; readonly line: number } | undefined {
  const probe: { stack?: string } = {};
  Error.captureStackTrace(probe, called);
  const frame = /^ +at (?:.*\()?((?:file:\/\/)?\/[^()]+?|file:\/\/\/[^()]+?):(\d+):\d+\)?$/m.exec(
    probe.stack ?? "",
  );
  if (frame?.[1] === undefined) return undefined;
  const [, place, line] = frame;
  // A test runner or a hot reloader adds a query to the address of a module.
  const file = (place.startsWith("file:") ? fileURLToPath(place) : place).replace(/\?.*$/, "");
  return { file, line: Number(line) };
}

/** The problems, each with the line to change where the source of the declaration can be read. */
export function locate(
  problems: readonly DeclarationProblem[],
  called: (...given: never[]) => unknown,
): readonly DeclarationProblem[] {
  const call = callerOf(called);
  if (call === undefined) return problems;
  try {
    const text = readFileSync(call.file, "utf8");
    const file = relative(process.cwd(), call.file);
    return problems.map((problem) => ({ ...problem, file, line: lineOf(text, call.line, problem.at) }));
  } catch {
    return problems;
  }
}
