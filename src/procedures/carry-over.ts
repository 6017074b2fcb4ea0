import { dayIn } from "./check.ts";
import type { Field, Procedure, SourceDeclaration } from "./declaration.ts";
import type { FieldValue } from "./form.ts";
import { KINDS } from "./kinds/index.ts";
import type { Typed } from "./kinds/kind.ts";
import { fileFor } from "./others/file-for.ts";
import { declaredFor } from "./per-child.ts";
import type { FormState, SourceSnapshot } from "./state.ts";

type Entries<Value> = Readonly<Record<string, Value>>;

const pick = <Value>(values: Entries<Value>, keep: (name: string, value: Value) => boolean): Entries<Value> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => keep(name, value)));

/** What was read fits as long as the same route is asked, for nothing that was not asked for then. */
function fits(source: SourceDeclaration | undefined, { data, provenance }: SourceSnapshot): boolean {
  if (source === undefined) return false;
  if (data === undefined) return true;
  const asked = source.keys.map((key) => key.split(".")[0] ?? key);
  return provenance?.route === source.route && asked.every((key) => key in data);
}

/** No more of an answer is kept than is asked for today. */
function narrowed(source: SourceDeclaration | undefined, snapshot: SourceSnapshot): SourceSnapshot {
  if (snapshot.data === undefined) return snapshot;
  const asked = source?.keys.map((key) => key.split(".")[0] ?? key) ?? [];
  return { ...snapshot, data: pick(snapshot.data, (key) => asked.includes(key)) };
}

/** Answers that the form of today takes, and what stood in the inputs for those that it does not. */
function sorted(fields: readonly Field[], answers: Entries<FieldValue>, today: string) {
  const kept: Record<string, FieldValue> = {};
  const unread: Record<string, Typed> = {};
  for (const [name, answer] of Object.entries(answers)) {
    const field = declaredFor(fields, { name });
    if (field === undefined) continue;
    const { check, display, write } = KINDS[field.kind];
    if (display(field, answer).length > 0 && check(field, answer, today) === undefined) {
      kept[name] = answer;
      continue;
    }
    const typed = write(field, answer);
    if (Object.values(typed).some((values) => values.length > 0)) unread[name] = typed;
  }
  return { answers: kept, unread };
}

/**
 * A draft of an older version, fit for the form of today: answers and readings stay where they still fit, what does not
 * is shown again as it was typed, and every step is looked at once more. The same state where it is of today already.
 *
 * @example
 * import { carryOver } from "passerelle";
 * const state = carryOver(procedure, draft.state, now());
 */
export function carryOver(procedure: Procedure, state: FormState, now: Date): FormState {
  if (state.version === procedure.version) return state;
  const allowed = procedure.forOthers === undefined ? fileFor(procedure, state, "self") : state;
  const fields = [...procedure.steps, ...procedure.stepsForOthers].flatMap((step) => step.fields);
  const known = (name: string) => declaredFor(fields, { name }) !== undefined;
  const { answers, unread } = sorted(fields, allowed.answers, dayIn(now));
  const sources = pick(allowed.sources, (name, snapshot) => fits(procedure.sources[name], snapshot));
  return {
    ...allowed,
    version: procedure.version,
    answers,
    unread: { ...pick(allowed.unread ?? {}, known), ...unread },
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, snapshot]) => [name, narrowed(procedure.sources[name], snapshot)]),
    ),
    corrections: pick(allowed.corrections, (name) => name in answers),
    contested: pick(allowed.contested, known),
    completed: [],
  };
}
