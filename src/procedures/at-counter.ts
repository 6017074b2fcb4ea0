import type { Procedure } from "./declaration.ts";
import { receivedFor, splitFrom } from "./received.ts";
import type { CheckedIdentity, FormState } from "./state.ts";

/** Who stands at the counter; without a document, only what they say of themselves. */
export interface Proof {
  readonly identity: CheckedIdentity["identity"];
  readonly document?: string;
}

/**
 * The form of somebody who stands at the counter. An identity that was read on a document takes FranceConnect's place:
 * the form shows it and does not let it be changed. One that is only declared is typed like any answer. What was read
 * about another person goes, and each step is looked at again.
 *
 * @param at when the document was seen
 * @example
 * import { atCounter, emptyState } from "passerelle";
 * const state = atCounter(procedure, emptyState(procedure), { identity, document: "passeport" }, new Date());
 */
export function atCounter(procedure: Procedure, state: FormState, proof: Proof, at: Date): FormState {
  const { checked: _before, ...others } = state;
  const checked: CheckedIdentity = {
    document: proof.document ?? "",
    checkedAt: at.toISOString(),
    identity: proof.identity,
  };
  const known: FormState = { ...others, enteredBy: "agent", checked, sources: {}, completed: [] };
  const about = procedure.fields.filter(
    ({ from }) => from !== undefined && splitFrom(from).source === "identity",
  );
  const kept = Object.entries(state.answers).filter(([name]) => about.every((field) => field.name !== name));
  if (proof.document !== undefined) return { ...known, answers: Object.fromEntries(kept) };
  const { checked: _declared, ...declared } = known;
  const said = about.flatMap((field) => {
    const received = receivedFor(procedure, known, field);
    return received === undefined ? [] : [[field.name, received.value] as const];
  });
  return { ...declared, answers: Object.fromEntries([...kept, ...said]) };
}
