import type { Field, Procedure } from "./declaration.ts";
import type { FieldValue, FilledField, FilledForm, Price, SourceState } from "./form.ts";
import { KINDS } from "./kinds/index.ts";
import { priceOf, valuesOf } from "./price.ts";
import { questionsOf } from "./questions.ts";
import { receivedFor, splitFrom } from "./received.ts";
import { emptyState, type SourceSnapshot } from "./state.ts";
import { isEmpty, sameValue } from "./value.ts";
import { sourcesWithoutLogin } from "./without-login.ts";

/** What a source says of one field, the second time. */
export interface FieldReadAgain {
  readonly name: string;
  readonly label: string;
  /** Absent where the source has nothing for this field now. */
  readonly received?: FilledField["received"];
  /** Whether it is what the form received when it was sent. */
  readonly same: boolean;
}

/** One source, asked again after the form was sent. The form itself stays as it was sent. */
export interface SourceReadAgain {
  readonly source: string;
  readonly state: SourceState;
  /** The fields of the form that it feeds; none where it gave nothing. */
  readonly fields: readonly FieldReadAgain[];
  /** What the tariff's rule gives with these values; absent where nothing came, or no price can be computed. */
  readonly price?: Price;
}

/**
 * The sources that can be asked again for a form that was sent: those that do not need the citizen's own token, and
 * whose questions are answered. None where the form is about somebody else than whoever proved their identity.
 *
 * @example
 * import { sourcesToReadAgain } from "passerelle";
 * const names = sourcesToReadAgain(procedure, dossier.form);
 */
export function sourcesToReadAgain(procedure: Procedure, form: FilledForm): readonly string[] {
  if (form.beneficiary === "other") return [];
  const answers = valuesOf(form.fields);
  return sourcesWithoutLogin(procedure).filter((name) => {
    const source = procedure.sources[name];
    return source !== undefined && questionsOf(source).every((field) => !isEmpty(answers[field]));
  });
}

/**
 * The answers of a form that was sent, by field name, for a source that needs one.
 *
 * @example
 * import { answersIn } from "passerelle";
 * const answers = answersIn(dossier.form);
 */
export const answersIn = (form: FilledForm): Readonly<Record<string, FieldValue>> => valuesOf(form.fields);

/**
 * What a source says now beside what the form received, and the price that its rule gives with it. Pure: nothing of
 * the form is changed.
 *
 * @example
 * import { readAgain } from "passerelle";
 * const { qf } = draft.state.sources;
 * const again = qf && readAgain(procedure, dossier.form, "qf", qf);
 */
export function readAgain(
  procedure: Procedure,
  form: FilledForm,
  source: string,
  snapshot: SourceSnapshot,
): SourceReadAgain {
  const { state } = snapshot;
  if (state.state !== "received") return { source, state, fields: [] };
  const read = { ...emptyState(procedure), sources: { [source]: snapshot } };
  const fed = procedure.fields.filter(({ from }) => from !== undefined && splitFrom(from).source === source);
  const again = new Map<string, FilledField>();
  const fields = fed.flatMap((field): FieldReadAgain[] => {
    const sent = form.fields.find(({ name }) => name === field.name);
    if (sent === undefined) return [];
    const now = receivedFor(procedure, read, field);
    const received = now && { ...now, display: KINDS[field.kind].display(field, now.value) };
    if (received) again.set(field.name, counting(field, sent, received));
    const { name, label } = sent;
    const same = sameValue(received?.value ?? null, sent.received?.value ?? null);
    return [{ name, label, same, ...(received && { received }) }];
  });
  const price = priceOf(procedure, {
    fields: form.fields.map((sent) => again.get(sent.name) ?? sent),
    sources: { ...form.sources, [source]: state },
  });
  return { source, state, fields, ...(price && { price }) };
}

/** The field as the tariff would read it: what the citizen corrected or chose stays theirs. */
function counting(
  field: Field,
  sent: FilledField,
  received: NonNullable<FilledField["received"]>,
): FilledField {
  if (field.policy === "chosen" || sent.correction !== undefined) return sent;
  if (field.policy === "correctable" && sent.received === undefined) return sent;
  const { value, display, provenance } = received;
  return { ...sent, policy: field.policy, received, value, display, provenance };
}
