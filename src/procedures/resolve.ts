import type { Condition, Field, Procedure } from "./declaration.ts";
import type { FieldPolicy, FieldValue, FilledField, Provenance } from "./form.ts";
import { KINDS } from "./kinds/index.ts";
import { planOf } from "./others/plan.ts";
import { forEachChild } from "./per-child.ts";
import { type Received, receivedFor, splitFrom } from "./received.ts";
import type { FormState } from "./state.ts";
import { isEmpty, isParts, sameValue } from "./value.ts";

/** A field that this citizen sees, with all that is known about it. */
export interface ResolvedField {
  readonly field: Field;
  readonly received?: Received;
  /** The policy that counts now: what was not received is typed. */
  readonly policy: FieldPolicy;
  readonly value: FieldValue;
  readonly required: boolean;
  readonly filled: FilledField;
}

function holds(condition: Condition | undefined, seen: ReadonlyMap<string, ResolvedField>): boolean {
  return condition === undefined || seen.get(condition.field)?.value === condition.is;
}

/** The value that counts: what was received, unless the citizen may answer and did. */
export function currentValue(
  field: Field,
  policy: FieldPolicy,
  received: Received | undefined,
  state: Pick<FormState, "answers">,
): FieldValue {
  if (policy === "fixed") return received?.value ?? null;
  if (!Object.hasOwn(state.answers, field.name)) {
    return policy === "correctable" ? (received?.value ?? null) : null;
  }
  const answer = state.answers[field.name] ?? null;
  return KINDS[field.kind].resolve?.(answer, received?.value) ?? answer;
}

const isReceivedItem = (item: FieldValue): boolean => !isParts(item) || item.declared !== true;

/** A choice among what was received is still the provider's word; an addition is the citizen's. */
function isReceivedWord(policy: FieldPolicy, value: FieldValue, received: Received): boolean {
  if (policy === "chosen") return Array.isArray(value) && value.every(isReceivedItem);
  return sameValue(value, received.value);
}

/** The field as it leaves this room, with its provenance. */
export function fillField(
  field: Field,
  policy: FieldPolicy,
  value: FieldValue,
  received: Received | undefined,
  state: Pick<FormState, "enteredBy" | "corrections" | "contested">,
): FilledField {
  const { display } = KINDS[field.kind];
  const common = { name: field.name, label: field.label, policy, value, display: display(field, value) };
  const provenance: Provenance = { source: state.enteredBy ?? "citizen" };
  if (received === undefined) return { ...common, provenance };
  const shown = { ...received, display: display(field, received.value) };
  const contested = state.contested[field.name];
  if (isReceivedWord(policy, value, received) || (policy === "chosen" && isEmpty(value))) {
    const remark = policy === "fixed" && contested !== undefined ? { contested } : {};
    return { ...common, received: shown, provenance: received.provenance, ...remark };
  }
  const correction = state.corrections[field.name] ?? { at: received.provenance.fetchedAt ?? "" };
  return { ...common, received: shown, provenance, correction };
}

/** Whether a document or a declaration has to stand in for a source, and whether it may be left out. */
function replacement(
  procedure: Procedure,
  source: string,
  seen: ReadonlyMap<string, ResolvedField>,
): { readonly shown: boolean; readonly required: boolean } {
  const fed = [...seen.values()].filter(
    ({ field }) => field.from !== undefined && splitFrom(field.from).source === source,
  );
  const fixed = procedure.fields.some(
    (field) =>
      field.policy === "fixed" && field.from !== undefined && splitFrom(field.from).source === source,
  );
  const guarded = fed.filter(({ field }) => !fixed || field.policy === "fixed");
  const typed = guarded.filter(({ received }) => received === undefined);
  return {
    shown: typed.length > 0,
    // « Non » claims nothing, so there is nothing to prove.
    required: typed.some(({ required, value }) => required || (!isEmpty(value) && value !== false)),
  };
}

/** Every field that this citizen sees, in order. Nothing else reads the state. */
export function resolveFields(procedure: Procedure, state: FormState): readonly ResolvedField[] {
  const seen = new Map<string, ResolvedField>();
  for (const step of planOf(procedure, state)) {
    if (!holds(step.onlyIf, seen)) continue;
    const asked = step.fields.flatMap((field) => forEachChild(field, seen.get(field.each ?? "")?.value));
    for (const field of asked) {
      if (!holds(field.onlyIf, seen)) continue;
      const standIn = field.replaces === undefined ? undefined : replacement(procedure, field.replaces, seen);
      if (standIn?.shown === false) continue;
      const received = receivedFor(procedure, state, field);
      const policy = received === undefined ? "typed" : field.policy;
      const value = currentValue(field, policy, received, state);
      seen.set(field.name, {
        field,
        ...(received === undefined ? {} : { received }),
        policy,
        value,
        required: standIn?.required ?? !field.optional,
        filled: fillField(field, policy, value, received, state),
      });
    }
  }
  return [...seen.values()];
}
