import type { JSX } from "preact";
import type { DossierState } from "../../dossiers/index.ts";
import { STATES } from "./words.ts";

/** A state in words; the colour and the shape only repeat what the words say. */
export function StateMark({ state }: { readonly state: DossierState }): JSX.Element {
  const { label, tone } = STATES[state];
  return <span class={`state state-${tone}`}>{label}</span>;
}
