/** One thing to change in a declaration. */
export interface DeclarationProblem {
  /** Stable: `forbidden_route`, `unknown_key`… */
  readonly code: string;
  /** Where: `sources.qf.keys`, `steps.foyer.quotient-familial`. */
  readonly at: string;
  /** What to write instead. */
  readonly hint: string;
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
    const lines = problems.map(({ at, hint }) => `- ${at}: ${hint}`);
    const hint = `Procedure "${procedure}" is refused:\n${lines.join("\n")}`;
    super(hint);
    this.name = "ProcedureError";
    this.operatorHint = hint;
  }
}
