import type { Actor } from "./dossier.ts";

/** What was done with somebody's data. */
export type JournalAction =
  | "sent"
  | "viewed"
  | "downloaded"
  | "listed"
  | "decided"
  | "corrected"
  | "withdrawn"
  | "fetched"
  | "refreshed"
  | "exported"
  | "printed"
  | "entered"
  | "removed"
  | "expired";

/** One call to a data provider: what its support asks for, and nothing about the person. */
export interface JournalCall {
  readonly route: string;
  readonly outcome: string;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
}

/** What to write down: names of fields, never their values. */
export interface JournalInput {
  readonly collectivite: string;
  readonly actor: Actor;
  readonly action: JournalAction;
  /** The dossier, or the draft that becomes it. */
  readonly dossier?: string;
  readonly procedure?: string;
  /** Why, in words: the agent's purpose. */
  readonly purpose?: string;
  readonly fields?: readonly string[];
  readonly call?: JournalCall;
  /** How many dossiers a list or an export held. */
  readonly count?: number;
}

/** One row of the journal. */
export interface JournalEntry {
  readonly sequence: number;
  readonly at: string;
  readonly actor: Actor["kind"];
  /** Pseudonym; empty for the system. */
  readonly actorPseudonym: string;
  readonly action: JournalAction;
  readonly dossier?: string;
  readonly procedure?: string;
  readonly purpose?: string;
  readonly fields?: readonly string[];
  readonly call?: JournalCall;
  readonly count?: number;
  readonly hash: string;
}

/** Where the chain stands: noting the hash outside this database proves later that nothing was taken off its end. */
export type JournalVerdict =
  | { readonly intact: true; readonly rows: number; readonly sequence: number; readonly hash: string }
  | { readonly intact: false; readonly sequence: number; readonly problem: JournalProblem };

/**
 * - `altered`: the row is not the one that was written, or the one before it is not;
 * - `missing`: a row is gone, inside the chain or at its end;
 * - `unsigned`: the chain's head does not carry our signature.
 */
export type JournalProblem = "altered" | "missing" | "unsigned";

/** The journal of accesses: added to, never changed, kept 36 months. */
export interface Journal {
  record(entry: JournalInput): Promise<void>;
  /** Who looked at this dossier, oldest first. */
  accessesTo(request: {
    readonly collectivite: string;
    readonly dossier: string;
  }): Promise<readonly JournalEntry[]>;
  /** A page of the whole journal, newest first; `before` is the last `sequence` seen. */
  page(request: {
    readonly collectivite: string;
    readonly before?: number;
    readonly limit?: number;
    /** Only what this agent did. */
    readonly agent?: string;
  }): Promise<readonly JournalEntry[]>;
  /** Names the first broken row. */
  verify(request: { readonly collectivite: string }): Promise<JournalVerdict>;
}
