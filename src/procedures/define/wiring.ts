import { isRouteName, keysOf } from "../../particulier/index.ts";
import type { FieldDeclaration, ProcedureDeclaration } from "../declaration.ts";
import type { DeclarationProblem } from "../error.ts";
import { splitFrom } from "../received.ts";
import { oneOf, problem, type Refusal } from "./problem.ts";

/** What the identity of a citizen may hold. */
export const IDENTITY_KEYS = [
  "givenNames",
  "familyName",
  "preferredUsername",
  "gender",
  "birthdate",
  "birthplace",
  "birthcountry",
  "email",
] as const;

function identityProblems(at: string, path: readonly string[]): DeclarationProblem[] {
  const known = IDENTITY_KEYS.some((key) => key === path.join("."));
  if (known) return [];
  const hint = `"identity.${path.join(".")}" is not known; write "identity." and one of ${oneOf(IDENTITY_KEYS)}`;
  return [problem("unknown_claim", at, hint)];
}

function sourceProblems(at: string, from: string, declaration: ProcedureDeclaration): DeclarationProblem[] {
  const { source, path } = splitFrom(from);
  const declared = declaration.sources[source];
  if (declared === undefined) {
    const names = ["identity", ...Object.keys(declaration.sources)];
    return [problem("unknown_source", at, `"${source}" is no source; write one of ${oneOf(names)}`)];
  }
  if (!isRouteName(declared.route)) return [];
  const known = keysOf(declared.route);
  const key = path.join(".");
  if (!known.includes(key)) {
    return [
      problem("unknown_key", at, `"${key}" is no key of "${declared.route}"; write one of ${oneOf(known)}`),
    ];
  }
  if (declared.keys.some((asked) => `${key}.`.startsWith(`${asked}.`))) return [];
  return [
    problem("undeclared_key", at, `add "${key}" to sources.${source}.keys, so that the scope is asked for`),
  ];
}

function policyProblems(at: string, { from, policy, kind }: FieldDeclaration): DeclarationProblem[] {
  if (from === undefined && policy !== undefined && policy !== "typed") {
    const hint = `a "${policy}" field must come from somewhere; write from, or remove the policy`;
    return [problem("policy_without_source", at, hint)];
  }
  if (from !== undefined && policy === "typed") {
    const hint = 'a "typed" field comes from nobody; remove from, or write "correctable"';
    return [problem("source_not_used", at, hint)];
  }
  if (policy === "chosen" && kind !== "children") {
    return [
      problem(
        "nothing_to_choose",
        at,
        'only "children" can be chosen among what was received; write "correctable"',
      ),
    ];
  }
  return [];
}

/** Each `from` leads somewhere, to a key that is asked for. */
export const wiring: Refusal = (declaration) =>
  declaration.steps.flatMap((step) =>
    step.fields.flatMap((field) => {
      const at = `steps.${step.slug}.${field.name}.from`;
      const lost =
        field.from === undefined
          ? []
          : splitFrom(field.from).source === "identity"
            ? identityProblems(at, splitFrom(field.from).path)
            : sourceProblems(at, field.from, declaration);
      return [...lost, ...policyProblems(`steps.${step.slug}.${field.name}.policy`, field)];
    }),
  );
