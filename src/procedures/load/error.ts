import { type DeclarationProblem, inWords } from "../error.ts";

/** A file of procedures that cannot be served: every problem that could be found, each with the line to change. */
export class ProceduresFileError extends Error {
  readonly code = "procedures_file_refused";
  readonly operatorHint: string;

  constructor(
    readonly file: string,
    readonly problems: readonly DeclarationProblem[],
    override readonly cause?: unknown,
  ) {
    super(`The procedures of ${file} are refused.`);
    this.name = "ProceduresFileError";
    this.operatorHint = problems.map((problem) => `- ${inWords(problem)}`).join("\n");
  }
}
