import {
  type Condition,
  FIELD_KINDS,
  type FieldDeclaration,
  type ProcedureDeclaration,
} from "../declaration.ts";
import type { DeclarationProblem } from "../error.ts";
import { AUTOCOMPLETE } from "./autocomplete.ts";
import { blanks, oneOf, problem, type Refusal } from "./problem.ts";

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const WITH_OPTIONS = ["choice", "choices"];

function duplicates(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function optionProblems(at: string, { kind, options = [] }: FieldDeclaration): DeclarationProblem[] {
  if (!WITH_OPTIONS.includes(kind)) return [];
  if (options.length < 2) return [problem("no_options", `${at}.options`, "write at least two options")];
  const values = options.map(({ value }) => value);
  return [
    ...duplicates(values).map((value) =>
      problem("duplicate_option", `${at}.options`, `"${value}" stands twice; each value once`),
    ),
    ...values
      .filter((value) => !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(value))
      .map((value) =>
        problem("wrong_option", `${at}.options`, `"${value}" is no value; write letters, digits, hyphens`),
      ),
  ];
}

function fieldProblems(at: string, field: FieldDeclaration): DeclarationProblem[] {
  const { name, kind, label, autocomplete, pattern } = field;
  return [
    ...(NAME.test(name)
      ? []
      : [problem("wrong_name", at, `"${name}" cannot name a field; write "date-de-naissance"`)]),
    ...(FIELD_KINDS.includes(kind)
      ? []
      : [problem("unknown_kind", `${at}.kind`, `"${kind}" is no kind; write one of ${oneOf(FIELD_KINDS)}`)]),
    ...blanks({ [`${at}.label`]: label }, "write a French label"),
    ...optionProblems(at, field),
    ...(autocomplete === undefined || AUTOCOMPLETE.includes(autocomplete)
      ? []
      : [
          problem(
            "unknown_autocomplete",
            `${at}.autocomplete`,
            `"${autocomplete}" is no token of HTML; write one of ${oneOf(AUTOCOMPLETE)}`,
          ),
        ]),
    // A global expression remembers where it stopped: the second citizen would be refused.
    ...(pattern === undefined || !/[gy]/.test(pattern.expression.flags)
      ? []
      : [problem("stateful_pattern", `${at}.pattern`, "remove the g and y flags of the expression")]),
  ];
}

function conditionProblems(at: string, condition: Condition | undefined, earlier: readonly string[]) {
  if (condition === undefined || earlier.includes(condition.field)) return [];
  return [
    problem(
      "late_condition",
      `${at}.onlyIf`,
      `"${condition.field}" is not asked in an earlier step; without JavaScript a page cannot change as it is filled: ask it one step before`,
    ),
  ];
}

function eachProblems(at: string, { each, from }: FieldDeclaration, earlier: readonly FieldDeclaration[]) {
  if (each === undefined) return [];
  const children = earlier.find(({ name }) => name === each);
  return [
    ...(children?.kind === "children"
      ? []
      : [
          problem(
            "late_child",
            `${at}.each`,
            `"${each}" is no "children" field of an earlier step; ask for the children one step before`,
          ),
        ]),
    ...(from === undefined
      ? []
      : [
          problem(
            "each_received",
            `${at}.from`,
            "what is asked for each child is typed; remove from, or remove each",
          ),
        ]),
  ];
}

function stepProblems({ steps }: ProcedureDeclaration): DeclarationProblem[] {
  const asked: FieldDeclaration[] = [];
  return steps.flatMap(({ slug, title, fields, onlyIf }) => {
    const at = `steps.${slug}`;
    // What is asked for each child has no single answer that a condition could look at.
    const earlier = asked.filter(({ each }) => each === undefined).map(({ name }) => name);
    const problems = [
      ...(NAME.test(slug)
        ? []
        : [problem("wrong_slug", at, `"${slug}" cannot stand in an address; write "votre-foyer"`)]),
      ...blanks({ [`${at}.title`]: title }, "write a French title"),
      ...(fields.length > 0
        ? []
        : [problem("empty_step", at, "write at least one field, or remove the step")]),
      ...conditionProblems(at, onlyIf, earlier),
      ...fields.flatMap((field) => [
        ...fieldProblems(`${at}.${field.name}`, field),
        ...conditionProblems(`${at}.${field.name}`, field.onlyIf, earlier),
        ...eachProblems(`${at}.${field.name}`, field, asked),
      ]),
    ];
    asked.push(...fields);
    return problems;
  });
}

/** Steps and fields that can be asked, named once each. */
export const fields: Refusal = (declaration) => {
  const named = declaration.steps.flatMap(({ slug, fields: asked }) =>
    asked.map(({ name }) => ({ name, at: `steps.${slug}.${name}` })),
  );
  const names = named.map(({ name }) => name);
  return [
    ...(declaration.steps.length > 0 ? [] : [problem("no_step", "steps", "write at least one step")]),
    ...duplicates(names).map((name) =>
      problem(
        "duplicate_field",
        named.findLast((field) => field.name === name)?.at ?? "steps",
        `"${name}" names two fields; give one of them another name`,
      ),
    ),
    ...duplicates(declaration.steps.map(({ slug }) => slug)).map((slug) =>
      problem("duplicate_step", `steps.${slug}`, `"${slug}" names two steps; give one of them another slug`),
    ),
    ...stepProblems(declaration),
  ];
};
