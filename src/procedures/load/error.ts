import type { DeclarationProblem } from "../error.ts";

/** One thing to change, with the file and the line where they are known. */
export interface LocatedProblem extends DeclarationProblem {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** A file of procedures that cannot be served: every problem that could be found, each with the line to change. */
export class ProceduresFileError extends Error {
  readonly code = "procedures_file_refused";
  readonly operatorHint: string;

  constructor(
    readonly file: string,
    readonly problems: readonly LocatedProblem[],
    override readonly cause?: unknown,
  ) {
    super(`The procedures of ${file} are refused.`);
    this.name = "ProceduresFileError";
    this.operatorHint = problems.map(inWords).join("\n");
  }
}

function inWords({ file, line, at, hint }: LocatedProblem): string {
  const where = [file, line].filter((part) => part !== undefined).join(":");
  return `- ${[where, at].filter((part) => part !== "").join(" ")}: ${hint}`;
}
