import type { ProcedureDeclaration } from "../declaration.ts";
import type { DeclarationProblem } from "../error.ts";

/** One reason to refuse a declaration: reads it, and says everything that is wrong. */
export type Refusal = (declaration: ProcedureDeclaration) => readonly DeclarationProblem[];

export function problem(code: string, at: string, hint: string): DeclarationProblem {
  return { code, at, hint };
}

/** A problem for each text that is missing or blank. */
export function blanks(
  texts: Readonly<Record<string, string | undefined>>,
  hint: string,
): DeclarationProblem[] {
  return Object.entries(texts)
    .filter(([, text]) => typeof text !== "string" || text.trim() === "")
    .map(([at]) => problem("missing_text", at, hint));
}

/** `a, b or c`, for a hint. */
export function oneOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}
