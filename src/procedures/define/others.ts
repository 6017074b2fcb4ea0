import type { ProcedureDeclaration } from "../declaration.ts";
import type { DeclarationProblem } from "../error.ts";
import { FILER_STEP } from "../others/steps-for-others.ts";
import { problem, type Refusal } from "./problem.ts";

function reservedNames({ steps }: ProcedureDeclaration): DeclarationProblem[] {
  const hint = `"${FILER_STEP}" is the step of whoever files for somebody else; write another name`;
  return steps.flatMap(({ slug, fields }) => [
    ...(slug === FILER_STEP ? [problem("reserved_name", `steps.${slug}.slug`, hint)] : []),
    ...fields
      .filter(({ name }) => name.startsWith(`${FILER_STEP}-`))
      .map(({ name }) => problem("reserved_name", `steps.${slug}.${name}.name`, hint)),
  ]);
}

/** Whoever files for somebody else says in what capacity, and can be reached. */
export const others: Refusal = (declaration) => {
  const { forOthers, steps } = declaration;
  if (forOthers === undefined) return [];
  const reached = steps.some(({ fields }) => fields.some(({ filer }) => filer === true));
  return [
    ...(forOthers.length > 0
      ? []
      : [
          problem(
            "no_capacity",
            "forOthers",
            'write options({ aidant: "Proche aidant" }), or leave it out: nobody but the filer is meant then',
          ),
        ]),
    ...(reached
      ? []
      : [
          problem(
            "filer_unreachable",
            "forOthers",
            "write filer: true on the telephone or the e-mail: whoever files for somebody else is kept informed",
          ),
        ]),
    ...reservedNames(declaration),
  ];
};
