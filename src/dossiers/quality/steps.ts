import type { Db } from "../tools.ts";
import { type Tally, tally } from "./tally.ts";

/** The steps sent so far, each at its first time; a step that is opened again to be corrected was still reached. */
export function stepsSoFar(before: string, completed: readonly string[]): string {
  const known = before === "" ? [] : before.split(",");
  return [...known, ...completed.filter((slug) => !known.includes(slug))].join(",");
}

/** The furthest of them; empty where the first one was never sent. */
export function furthestStep(steps: string): string {
  return steps.split(",").at(-1) ?? "";
}

/** What is left of a draft that was removed: the furthest step. */
export interface RemovedDraft {
  readonly collectivite_id: string;
  readonly procedure: string;
  readonly steps: string;
}

/** Counts drafts that ended without being sent, in the transaction that removes them. */
export async function tallyAbandoned(db: Db, removed: readonly RemovedDraft[], now: Date): Promise<void> {
  const places = new Map<string, { readonly place: RemovedDraft; readonly tallies: Tally[] }>();
  for (const draft of removed) {
    const key = `${draft.collectivite_id} ${draft.procedure}`;
    const known = places.get(key) ?? { place: draft, tallies: [] };
    known.tallies.push({ measure: "abandoned", detail: furthestStep(draft.steps) });
    places.set(key, known);
  }
  for (const [, { place, tallies }] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tally(db, { collectivite: place.collectivite_id, procedure: place.procedure, now }, tallies);
  }
}
