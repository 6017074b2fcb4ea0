import type { AppliedStep } from "./apply.ts";
import { anchorOf } from "./check.ts";
import type { FieldKind, Procedure, Step } from "./declaration.ts";
import { documentsOf } from "./documents.ts";
import { KINDS } from "./kinds/index.ts";
import { inputId, inputName, type Typed } from "./kinds/kind.ts";
import { isContestable } from "./received.ts";
import { type ResolvedField, resolveFields } from "./resolve.ts";
import type { FormState } from "./state.ts";
import { stepsOf } from "./steps.ts";
import type { FieldView, FileView, Input, StepView } from "./view.ts";

/** What was just sent and refused: shown again as it was typed. */
export type Refused = Pick<AppliedStep, "errors" | "typed">;

export const NOTHING_REFUSED: Refused = { errors: [], typed: {} };

function typedFor({ field, value }: ResolvedField, typed: Typed): Typed {
  const own = Object.entries(typed).filter(
    ([name]) => name === field.name || name.startsWith(`${field.name}.`),
  );
  return own.length > 0 ? Object.fromEntries(own) : KINDS[field.kind].write(field, value);
}

function remarkInput(resolved: ResolvedField): Input | undefined {
  const { field, policy, received, filled } = resolved;
  if (received === undefined || policy === "typed" || policy === "chosen") return undefined;
  const fixed = policy === "fixed";
  if (fixed && !isContestable(field)) return undefined;
  const name = inputName(field, fixed ? "contest" : "reason");
  return {
    type: fixed ? "textarea" : "text",
    name,
    id: inputId(name),
    label: fixed
      ? "Cette donnée vous semble fausse ? Expliquez pourquoi"
      : "Pourquoi corrigez-vous cette donnée ?",
    optional: true,
    maxLength: 500,
    value: (fixed ? filled.contested?.reason : filled.correction?.reason) ?? "",
  };
}

/** A box rather than a button: « Entrée » in another input must never take a file out. */
function filesOf({ field, value }: ResolvedField, typed: Typed): readonly FileView[] {
  const name = inputName(field, "remove");
  return documentsOf(value).map(({ id, name: file, type, size }, index) => {
    const option = {
      id: inputId(`${name}.${index}`),
      value: id,
      label: `Retirer «\u00A0${file}\u00A0»`,
      checked: typed[name]?.includes(id) ?? false,
    };
    const remove: Input = {
      type: "checkbox",
      name,
      id: option.id,
      optional: true,
      value: "",
      options: [option],
    };
    return { id, name: file, type, size, remove };
  });
}

/** Buttons that show the step again, by kind. */
const MORE: Readonly<Partial<Record<FieldKind, string>>> = {
  children: "Ajouter un autre enfant",
  document: "Joindre sans quitter la page",
};

/** One field, ready to be written: as text where it is fixed, as inputs where it is asked. */
export function viewField(resolved: ResolvedField, refused: Refused): FieldView {
  const { field, policy, received, filled, required } = resolved;
  const kind = KINDS[field.kind];
  const remark = remarkInput(resolved);
  const more = field.max === 1 ? undefined : MORE[field.kind];
  const errors = refused.errors.filter((one) => one.field === field.name);
  const [error] = errors;
  return {
    name: field.name,
    kind: field.kind,
    anchor: error?.anchor ?? anchorOf(resolved),
    label: field.label,
    ...(field.hint === undefined || policy === "fixed" ? {} : { hint: field.hint }),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    optional: !required,
    mode: policy === "fixed" ? "shown" : "asked",
    filled,
    display: filled.display,
    ...(filled.correction === undefined || filled.received === undefined
      ? {}
      : { receivedDisplay: filled.received.display }),
    grouped: kind.grouped,
    inputs:
      policy === "fixed"
        ? []
        : kind.inputs({ ...field, optional: !required }, typedFor(resolved, refused.typed), received?.value),
    ...(remark === undefined ? {} : { remark }),
    ...(field.kind === "document" ? { files: filesOf(resolved, refused.typed) } : {}),
    ...(more === undefined ? {} : { more: { name: inputName(field, "more"), label: more } }),
    ...(field.replaces === undefined ? {} : { replaces: field.replaces }),
    ...(error === undefined ? {} : { error: errors.map(({ message }) => message).join("\n") }),
  };
}

function view(
  step: Step,
  steps: readonly Step[],
  fields: readonly ResolvedField[],
  refused: Refused,
): StepView {
  const index = steps.indexOf(step);
  const previous = steps[index - 1]?.slug;
  const next = steps[index + 1]?.slug;
  return {
    slug: step.slug,
    title: step.title,
    ...(step.introduction === undefined ? {} : { introduction: step.introduction }),
    number: index + 1,
    count: steps.length,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
    fields: fields.filter(({ field }) => field.step === step.slug).map((field) => viewField(field, refused)),
  };
}

/**
 * One step, ready to be written as a page; undefined when this citizen has no such step.
 *
 * @see https://design-system.service.gov.uk/patterns/question-pages/
 * @example
 * import { viewStep } from "passerelle";
 * const page = viewStep(procedure, draft.state, "foyer", { errors, typed });
 */
export function viewStep(
  procedure: Procedure,
  state: FormState,
  slug: string,
  refused: Refused = NOTHING_REFUSED,
): StepView | undefined {
  const steps = stepsOf(procedure, state);
  const step = steps.find((one) => one.slug === slug);
  return step && view(step, steps, resolveFields(procedure, state), refused);
}

/**
 * Every step, for the page where answers are checked.
 *
 * @see https://design-system.service.gov.uk/patterns/check-answers/
 * @example
 * import { viewSteps } from "passerelle";
 * const pages = viewSteps(procedure, draft.state);
 */
export function viewSteps(procedure: Procedure, state: FormState): readonly StepView[] {
  const steps = stepsOf(procedure, state);
  const fields = resolveFields(procedure, state);
  return steps.map((step) => view(step, steps, fields, NOTHING_REFUSED));
}
