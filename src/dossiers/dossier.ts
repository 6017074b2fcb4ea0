import type { CheckedIdentity, FilledForm, SourceReadAgain } from "../procedures/index.ts";
import type { Owner } from "./owner.ts";

/** Where a dossier stands. The last three are decisions. */
export const DOSSIER_STATES = [
  "sent",
  "in_review",
  "correction_requested",
  "accepted",
  "refused",
  "closed",
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** What a list shows: nothing in it is personal. */
export interface DossierSummary {
  readonly id: string;
  /** `2026-RS-7F3K9C`: unique in its collectivité, made to be read aloud. It opens nothing by itself. */
  readonly number: string;
  readonly collectivite: string;
  readonly procedure: string;
  readonly version: string;
  readonly state: DossierState;
  /** Goes up by one with each event: tells two agents apart. */
  readonly revision: number;
  readonly sentAt: string;
  readonly updatedAt: string;
  /** When it will be removed; absent while it is open. */
  readonly expiresAt?: string;
  readonly retentionMonths: number;
}

/** A dossier as it was sent, with all that happened to it since. */
export interface Dossier extends DossierSummary {
  readonly owner: Owner;
  /** Who asks, in words. */
  readonly applicant: string;
  readonly form: FilledForm;
  /**
   * Who it is about, for asking a source again: kept while it is undecided. Absent where nobody proved an identity,
   * or where it was filed for somebody else.
   */
  readonly identity?: CheckedIdentity["identity"];
  readonly history: readonly DossierEvent[];
}

/** Something that happened to a dossier. Events are added, never changed. */
export interface DossierEvent {
  readonly at: string;
  readonly type: DossierEventType;
  /** The state it led to. */
  readonly state: DossierState;
  readonly revision: number;
  readonly actor: Actor["kind"];
  /** The agent's display name, for the agents' side. */
  readonly agent?: string;
  readonly reason?: string;
  /** The fields the agent asks the citizen to correct. */
  readonly fields?: readonly string[];
  /** The values that a correction replaced. */
  readonly replaced?: FilledForm["fields"];
  /** What a source said when an agent asked it again. */
  readonly read?: SourceReadAgain;
}

export type DossierEventType =
  | "sent"
  | "taken"
  | "correction_requested"
  | "corrected"
  | "accepted"
  | "refused"
  | "closed"
  | "withdrawn"
  | "reopened"
  | "refreshed";

/** Who does something. Only a pseudonym of `sub` reaches the journal. */
export type Actor =
  | { readonly kind: "agent"; readonly sub: string; readonly name?: string }
  | { readonly kind: "citizen"; readonly owner: Owner }
  | { readonly kind: "system" };

/** What an agent can decide. `reason` is for the citizen to read. */
export type Decision =
  | { readonly type: "taken" }
  | { readonly type: "accepted"; readonly reason?: string }
  | { readonly type: "refused"; readonly reason: string }
  | { readonly type: "closed"; readonly reason: string }
  | { readonly type: "reopened"; readonly reason: string }
  | {
      readonly type: "correction_requested";
      readonly reason: string;
      /** Names of the fields to correct. */
      readonly fields: readonly string[];
    };

/** What the citizen keeps: what was read from whom, and when. */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly sentAt: string;
  /** True where this draft had been sent before: the same dossier, not a second one. */
  readonly alreadySent: boolean;
  readonly reads: readonly Read[];
}

/** One reading of the State's data. */
export interface Read {
  readonly source: string;
  readonly provider?: string;
  readonly route?: string;
  readonly period?: string;
  readonly fetchedAt?: string;
  readonly requestId?: string;
  /** Labels of the fields it filled. */
  readonly fields: readonly string[];
}
