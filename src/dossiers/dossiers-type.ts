import type { FilledForm } from "../procedures/index.ts";
import type { Documents } from "./documents/document.ts";
import type { Decision, Dossier, DossierState, DossierSummary, Receipt } from "./dossier.ts";
import type { CounterDrafts, DraftKey, Drafts, Parked } from "./draft.ts";
import type { InboxPage, InboxRequest } from "./inbox-type.ts";
import type { Journal } from "./journal-entry.ts";
import type { Owner } from "./owner.ts";
import type { Quality } from "./quality/quality-type.ts";
import type { Refreshes } from "./refreshes-type.ts";

/** What was sent, decided, and who looked at it? Everything is asked for within one collectivité. */
export interface Dossiers {
  readonly drafts: Drafts;
  readonly counter: CounterDrafts;
  readonly parked: Parked;
  readonly documents: Documents;
  readonly journal: Journal;
  readonly refreshes: Refreshes;
  readonly quality: Quality;

  /**
   * Turns a draft into a dossier, once: sending it again gives the same receipt.
   * Acknowledged means written to disk. With `expectedRevision`, rejects with `draft_changed` where the
   * draft is no longer the one that was checked.
   */
  send(
    request: DraftKey & {
      readonly form: FilledForm;
      /** Who asks, in words, for the agent's list. */
      readonly applicant: string;
      readonly retentionMonths: number;
      readonly expectedRevision?: number;
      /** Who typed it in at the counter, for a citizen without Internet. */
      readonly agent?: { readonly sub: string; readonly name?: string };
    },
  ): Promise<Receipt>;

  /** The citizen's own; undefined where it is somebody else's, or another collectivité's. */
  findForCitizen(request: DraftKey): Promise<Dossier | undefined>;
  listForCitizen(request: {
    readonly collectivite: string;
    readonly owners: readonly Owner[];
  }): Promise<readonly DossierSummary[]>;
  /** The citizen's answer to `correction_requested`: only the fields asked for may differ. */
  correct(
    request: DraftKey & {
      readonly form: FilledForm;
      readonly expectedRevision: number;
      /** Who typed it in at the counter. */
      readonly agent?: { readonly sub: string; readonly name?: string };
    },
  ): Promise<Dossier>;
  withdraw(request: DraftKey & { readonly reason?: string }): Promise<Dossier>;

  /** Any dossier of the agent's collectivité. The caller records the view with its purpose. */
  forAgent(request: { readonly collectivite: string; readonly id: string }): Promise<Dossier | undefined>;
  /** Rejects with `dossier_changed` where another agent decided in between. */
  decide(request: {
    readonly collectivite: string;
    readonly id: string;
    readonly expectedRevision: number;
    readonly decision: Decision;
    readonly agent: { readonly sub: string; readonly name?: string };
  }): Promise<Dossier>;
  inbox(request: InboxRequest): Promise<InboxPage>;
  /** How many dossiers are in each state. */
  counts(request: {
    readonly collectivite: string;
    readonly procedure?: string;
  }): Promise<Readonly<Record<DossierState, number>>>;

  /** Removes what has reached the end of its retention, in every collectivité. Run it once a day. */
  expire(): Promise<Expired>;
}

export interface Expired {
  readonly drafts: number;
  readonly parked: number;
  /** Opinions removed, or whose free text was. */
  readonly opinions: number;
  readonly dossiers: number;
  readonly journalRows: number;
  /** Open dossiers older than their retention: a decision is overdue. */
  readonly overdue: number;
}
