import { type FormState, type Procedure, questionsOf } from "../../procedures/index.ts";

/**
 * Forgets what was read with an answer that has changed since (the vehicle of another number plate), so that it is
 * asked again, and looked at again by the citizen.
 *
 * @param at ISO 8601, UTC
 */
export function forgetStale(
  procedure: Procedure,
  before: FormState,
  after: FormState,
  at: string,
): FormState {
  const changed = (field: string) =>
    JSON.stringify(before.answers[field]) !== JSON.stringify(after.answers[field]);
  const stale = Object.entries(procedure.sources)
    .filter(([name, source]) => isKnown(before, name) && questionsOf(source).some(changed))
    .map(([name]) => name);
  if (stale.length === 0) return after;
  const fed = new Set(
    procedure.fields
      .filter(({ from }) => stale.some((name) => from?.startsWith(`${name}.`)))
      .map(({ step }) => step),
  );
  const asked = stale.map((name) => [name, { state: { state: "answers_needed" as const, at } }] as const);
  return {
    ...after,
    sources: { ...after.sources, ...Object.fromEntries(asked) },
    completed: after.completed.filter((slug) => !fed.has(slug)),
  };
}

/** What was never asked, or is done without, is not to be asked because of an answer. */
function isKnown({ sources }: FormState, name: string): boolean {
  const state = sources[name]?.state.state;
  return state !== undefined && state !== "declined";
}
