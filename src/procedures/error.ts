/** One thing to change in a declaration. */
export interface DeclarationProblem {
  /** Stable: `forbidden_route`, `unknown_key`… */
  readonly code: string;
  /** Where: `sources.qf.keys`, `steps.foyer.quotient-familial`. */
  readonly at: string;
  /** What to write instead. */
  readonly hint: string;
  /** The source of the declaration, from the working directory, where it can be read. */
  readonly file?: string;
  /** The line to change, from 1. */
  readonly line?: number;
}

/** `sejour.js:12 level: "haut" is no eIDAS level…` */
export function inWords({ file, line, at, hint }: DeclarationProblem): string {
  const place = [file, line].filter((part) => part !== undefined).join(":");
  return `${[place, at].filter((part) => part !== "").join(" ")}: ${hint}`;
}

/**
 * A declaration that cannot be served. It names every problem at once, each with the place and the change to make.
 */
export class ProcedureError extends Error {
  readonly code = "procedure_refused";
  readonly operatorHint: string;
  readonly citizenMessage =
    "Cette démarche est momentanément indisponible. Vous pouvez la faire auprès de nos services, à l’accueil ou par téléphone.";

  constructor(
    readonly procedure: string,
    readonly problems: readonly DeclarationProblem[],
  ) {
    const lines = problems.map((problem) => `- ${inWords(problem)}`);
    const hint = `Procedure "${procedure}" is refused:\n${lines.join("\n")}`;
    super(hint);
    this.name = "ProcedureError";
    this.operatorHint = hint;
  }
}
