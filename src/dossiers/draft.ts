import type { FormState } from "../procedures/index.ts";
import type { Owner } from "./owner.ts";

/** A form that was begun and not sent. Its id becomes the dossier's. */
export interface Draft {
  readonly id: string;
  readonly collectivite: string;
  readonly procedure: string;
  readonly owner: Owner;
  /** Goes up by one with each save: tells two tabs apart. */
  readonly revision: number;
  readonly state: FormState;
  /** ISO 8601, UTC, like every time here. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly expiresAt: string;
}

/** A draft, for « Mes dossiers »: without its content. */
export type DraftSummary = Omit<Draft, "state" | "owner">;

/** Drafts survive logout; they are found again by their owner only, in their collectivité only. */
export interface Drafts {
  /** The draft of this citizen for this procedure, begun with `initial` where there is none. */
  open(request: {
    readonly collectivite: string;
    readonly procedure: string;
    readonly owner: Owner;
    readonly initial: FormState;
  }): Promise<Draft>;
  find(request: DraftKey): Promise<Draft | undefined>;
  /** The draft of one of these owners for this procedure, the latest first. */
  findByProcedure(request: {
    readonly collectivite: string;
    readonly procedure: string;
    readonly owners: readonly Owner[];
  }): Promise<Draft | undefined>;
  /**
   * Writes the whole state. With `expectedRevision`, rejects with `draft_changed` where another tab saved in between.
   */
  save(request: DraftKey & { readonly state: FormState; readonly expectedRevision?: number }): Promise<Draft>;
  /**
   * Reads, changes and writes as one, again where somebody else wrote in between: for a source that settles late.
   * Undefined where the draft is gone (sent, or removed).
   */
  change(
    request: DraftKey & { readonly change: (state: FormState) => FormState },
  ): Promise<Draft | undefined>;
  list(request: {
    readonly collectivite: string;
    readonly owners: readonly Owner[];
  }): Promise<readonly DraftSummary[]>;
  /**
   * Removes it; nothing happens where it is gone already. `merged` says that its answers live on in another
   * draft: it is not counted as abandoned.
   */
  remove(request: DraftKey & { readonly merged?: boolean }): Promise<void>;
  /**
   * Gives a draft begun without login to the citizen who has now logged in.
   * Undefined where it is gone; rejects with `draft_exists` where they have one for this procedure already.
   */
  hand(request: DraftKey & { readonly to: Owner }): Promise<Draft | undefined>;
}

/** What agents type in at the counter, for a citizen without Internet: begun with `Drafts.open`, and an owner of its own. */
export interface CounterDrafts {
  find(request: { readonly collectivite: string; readonly id: string }): Promise<Draft | undefined>;
  /** The latest first. */
  list(request: { readonly collectivite: string }): Promise<readonly DraftSummary[]>;
}

export interface DraftKey {
  readonly collectivite: string;
  readonly owners: readonly Owner[];
  readonly id: string;
}

/** What was typed when the session had expired: kept apart until its author has logged in again. */
export interface Parked {
  /** Keeps the values for an hour; the token goes to the same browser only (a cookie), and works once. */
  park(request: { readonly collectivite: string; readonly values: ParkedValues }): Promise<string>;
  /** Gives the values back and forgets them. Undefined where the token is unknown, used or too old. */
  claim(request: {
    readonly collectivite: string;
    readonly token: string;
  }): Promise<ParkedValues | undefined>;
}

export interface ParkedValues {
  /** The address that the form was posted to. */
  readonly page: string;
  /** The body of the form as it was posted, less its CSRF token. */
  readonly body: Readonly<Record<string, string | readonly string[]>>;
}
