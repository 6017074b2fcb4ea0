import type { DossierEventType, DossierState } from "./dossier.ts";

export interface Transition {
  readonly from: readonly DossierState[];
  /** Where it leads; it stays where it is without. */
  readonly to?: DossierState;
  /** Whether somebody must say why. */
  readonly reason: boolean;
}

const OPEN = ["sent", "in_review", "correction_requested"] as const;
/** A dossier that was decided: its retention runs. */
export const DECIDED = ["accepted", "refused", "closed"] as const satisfies readonly DossierState[];

/** What can happen to a dossier, and from where. */
export const TRANSITIONS: Readonly<Record<Exclude<DossierEventType, "sent">, Transition>> = {
  taken: { from: ["sent"], to: "in_review", reason: false },
  correction_requested: { from: ["sent", "in_review"], to: "correction_requested", reason: true },
  corrected: { from: ["correction_requested"], to: "in_review", reason: false },
  accepted: { from: ["sent", "in_review"], to: "accepted", reason: false },
  refused: { from: OPEN, to: "refused", reason: true },
  closed: { from: OPEN, to: "closed", reason: true },
  withdrawn: { from: OPEN, to: "closed", reason: false },
  reopened: { from: DECIDED, to: "in_review", reason: true },
  refreshed: { from: OPEN, reason: false },
};

export function isDecided(state: DossierState): boolean {
  return DECIDED.some((decided) => decided === state);
}
