import type { DossierState, DossierSummary } from "./dossier.ts";

/** What the agent's list is asked for. Nobody can be searched by name: only by dossier number. */
export interface InboxRequest {
  readonly collectivite: string;
  readonly states?: readonly DossierState[];
  readonly procedure?: string;
  /** A whole number, however it was typed. */
  readonly number?: string;
  /** `oldest` first unless told: the one that waits longest. */
  readonly order?: "oldest" | "newest";
  /** The `next` of the page before. */
  readonly after?: string;
  /** Dossiers on a page, 1 to 100; 25 unless told. */
  readonly limit?: number;
}

export interface InboxRow extends DossierSummary {
  readonly applicant: string;
  /** The agent who typed it in at the counter, by name; absent where the citizen sent it themselves. */
  readonly enteredBy?: string;
}

export interface InboxPage {
  readonly rows: readonly InboxRow[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}
