import { type AppliedStep, type Draft, takeAnswer } from "./apply.ts";
import { readBody } from "./body.ts";
import { crossErrors, dayIn, errorOf, fieldError } from "./check.ts";
import type { Procedure } from "./declaration.ts";
import type { FilledField, FilledForm } from "./form.ts";
import { inputName } from "./kinds/kind.ts";
import { plannedFields } from "./others/plan.ts";
import { declaredFor } from "./per-child.ts";
import { priceOf } from "./price.ts";
import { currentValue, fillField, type ResolvedField } from "./resolve.ts";
import type { FieldError, FormState } from "./state.ts";
import { sameValue } from "./value.ts";
import type { FieldView } from "./view.ts";
import { NOTHING_REFUSED, type Refused, viewField } from "./view-step.ts";

/** What came of a correction that was sent. */
export interface CorrectedForm extends Omit<AppliedStep, "state"> {
  /** With the corrected answers; as it was sent while one of them is wrong. */
  readonly form: FilledForm;
}

/** The fields of a form that was sent, as the steps know them. What was received comes from the form: no source is asked again. */
function sentFields(procedure: Procedure, form: FilledForm): readonly ResolvedField[] {
  const planned = plannedFields(procedure, form);
  return form.fields.flatMap((filled) => {
    const { name, label } = filled;
    const field = declaredFor(planned, { name, label });
    if (field === undefined) return [];
    const { received, policy, value } = filled;
    const required = field.replaces !== undefined || !field.optional;
    return [{ field, policy, value, required, filled, ...(received === undefined ? {} : { received }) }];
  });
}

/** What the State certified is never asked again, whoever asks for it. */
const askedAmong = (fields: readonly ResolvedField[], names: readonly string[]): readonly ResolvedField[] =>
  fields.filter(({ field, policy }) => policy !== "fixed" && names.includes(field.name));

function draftOf(form: FilledForm): Draft {
  return {
    answers: Object.fromEntries(form.fields.map(({ name, value }) => [name, value])),
    corrections: Object.fromEntries(
      form.fields.flatMap(({ name, correction }) => (correction === undefined ? [] : [[name, correction]])),
    ),
    contested: {},
  };
}

/** The field after its new answer; the old one where nothing was changed, with whoever gave it. */
function refill(resolved: ResolvedField, draft: Draft & Pick<FormState, "enteredBy">): ResolvedField {
  const { field, policy, received, filled: old } = resolved;
  const value = currentValue(field, policy, received, draft);
  const { display, provenance, correction } = fillField(field, policy, value, received, draft);
  if (sameValue(value, old.value) && correction?.reason === old.correction?.reason) return resolved;
  const { correction: _replaced, ...kept } = old;
  const filled: FilledField = {
    ...kept,
    value,
    display,
    provenance,
    ...(correction === undefined ? {} : { correction }),
  };
  return { ...resolved, value, filled };
}

/** What several fields together forbid. Where the check points to a field that is not asked, the first asked one says so. */
function brokenChecks(
  procedure: Procedure,
  before: readonly ResolvedField[],
  after: readonly ResolvedField[],
  asked: readonly ResolvedField[],
  today: string,
): readonly FieldError[] {
  const [first] = asked;
  const old = crossErrors(procedure, before, today).map(({ message }) => message);
  return crossErrors(procedure, after, today).flatMap((error) => {
    if (asked.some(({ field }) => field.name === error.field)) return [error];
    return first === undefined || old.includes(error.message) ? [] : [errorOf(first, error)];
  });
}

function withFields(procedure: Procedure, form: FilledForm, after: readonly ResolvedField[]): FilledForm {
  const { price: _before, ...kept } = form;
  const fields = form.fields.map((old) => after.find(({ field }) => field.name === old.name)?.filled ?? old);
  const price = priceOf(procedure, { ...kept, fields });
  return { ...kept, fields, ...(price === undefined ? {} : { price }) };
}

/**
 * Takes the citizen's correction of a form that was sent. Of the body, only the inputs of the fields named are read,
 * and never those of a fixed one: every other field stays as it was, and so does what was received. The price is
 * computed again. Never throws, whatever the body is.
 *
 * @param enteredBy set at the counter, where an agent types for the citizen
 * @see https://design-system.service.gov.uk/patterns/validation/
 * @example
 * import { correctForm } from "passerelle";
 * const { form, errors, typed } = correctForm(procedure, dossier.form, ["telephone"], req.body, now());
 */
export function correctForm(
  procedure: Procedure,
  form: FilledForm,
  names: readonly string[],
  rawBody: unknown,
  now: Date,
  enteredBy?: FormState["enteredBy"],
): CorrectedForm {
  const body = readBody(rawBody);
  const today = dayIn(now);
  const before = sentFields(procedure, form);
  const asked = askedAmong(before, names);
  const draft = { ...draftOf(form), ...(enteredBy && { enteredBy }) };
  const errors = new Map<string, FieldError>();
  const note = (error: FieldError | undefined): void => {
    if (error !== undefined && !errors.has(error.field)) errors.set(error.field, error);
  };
  for (const resolved of asked) note(takeAnswer(draft, resolved, body, now.toISOString()));
  const taken = asked.filter(({ field }) => !errors.has(field.name));
  const after = before.map((resolved) => (taken.includes(resolved) ? refill(resolved, draft) : resolved));
  for (const resolved of askedAmong(after, names)) note(fieldError(resolved, today));
  for (const error of brokenChecks(procedure, before, after, asked, today)) note(error);
  const wrong = asked.map(({ field }) => errors.get(field.name)).filter((error) => error !== undefined);
  return {
    form: wrong.length > 0 ? form : withFields(procedure, form, after),
    errors: wrong,
    typed: Object.assign({}, ...asked.map(({ field }) => body.of(field.name))),
    stay: asked.some(({ field }) => body.has(inputName(field, "more"))),
  };
}

/**
 * The fields to correct of a form that was sent, ready to be written as a page; none where the procedure no longer has them.
 *
 * @see https://design-system.service.gov.uk/patterns/question-pages/
 * @example
 * import { viewCorrection } from "passerelle";
 * const fields = viewCorrection(procedure, dossier.form, ["telephone"], { errors, typed });
 */
export function viewCorrection(
  procedure: Procedure,
  form: FilledForm,
  names: readonly string[],
  refused: Refused = NOTHING_REFUSED,
): readonly FieldView[] {
  return askedAmong(sentFields(procedure, form), names).map((resolved) => viewField(resolved, refused));
}
