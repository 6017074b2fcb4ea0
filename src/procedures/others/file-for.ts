import type { Field, Procedure } from "../declaration.ts";
import { fill } from "../fill.ts";
import type { FormState } from "../state.ts";
import { isEmpty } from "../value.ts";

/** For whom a form is filed. */
export type Beneficiary = "self" | "other";

/**
 * For whom a form is filed; for oneself where nothing says otherwise.
 *
 * @example
 * import { beneficiaryOf } from "passerelle";
 * beneficiaryOf({ beneficiary: "other" }); // "other"
 */
export const beneficiaryOf = ({ beneficiary }: Pick<FormState, "beneficiary">): Beneficiary =>
  beneficiary ?? "self";

/** Answers that stay true when the person changes: how to reach whoever files, and what nobody but them decides. */
const isCommon = ({ from, replaces, filer }: Field): boolean =>
  filer === true || (from === undefined && replaces === undefined);

/**
 * The form turned to another person. What was read about the filer goes, and so does every answer that was about the
 * one person and not the other; each step is looked at again.
 *
 * @example
 * import { fileFor } from "passerelle";
 * const state = fileFor(procedure, draft.state, "other");
 */
export function fileFor(procedure: Procedure, state: FormState, beneficiary: Beneficiary): FormState {
  if (beneficiaryOf(state) === beneficiary) return state;
  const { beneficiary: _before, ...common } = state;
  const kept = procedure.fields.filter(isCommon).map(({ name }) => name);
  return {
    ...common,
    ...(beneficiary === "other" ? { beneficiary } : {}),
    sources: {},
    answers: Object.fromEntries(Object.entries(state.answers).filter(([name]) => kept.includes(name))),
    corrections: {},
    contested: {},
    unread: {},
    completed: [],
  };
}

/**
 * Labels of what would be lost by turning the form to another person: to be said before it is done.
 *
 * @example
 * import { lostBy } from "passerelle";
 * const labels = lostBy(procedure, draft.state, "other");
 */
export function lostBy(procedure: Procedure, state: FormState, beneficiary: Beneficiary): readonly string[] {
  if (beneficiaryOf(state) === beneficiary) return [];
  const after = fill(procedure, fileFor(procedure, state, beneficiary)).fields;
  return fill(procedure, state)
    .fields.filter(({ name, value }) => {
      const kept = after.find((field) => field.name === name)?.value;
      return !isEmpty(value) && isEmpty(kept);
    })
    .map(({ label }) => label);
}
