import type { Identity, Level, Platform } from "../federation/index.ts";
import type { Procedure } from "./declaration.ts";
import type { FieldValue, Provenance, SourceState } from "./form.ts";
import type { Typed } from "./typed.ts";

/** What one source gave: the declared keys only, and where they came from. */
export interface SourceSnapshot {
  readonly state: SourceState;
  readonly data?: Readonly<Record<string, FieldValue>>;
  readonly provenance?: Provenance;
}

/** Who FranceConnect says the citizen is, frozen into the draft. No `sub`: the draft's owner is known elsewhere. */
export interface IdentitySnapshot {
  readonly platform: Platform;
  readonly level: Level;
  /** ISO 8601, UTC. */
  readonly authenticatedAt: string;
  readonly identity: Identity;
}

/** Who stands at the counter, as an agent read it on an identity document: it takes FranceConnect's place. */
export interface CheckedIdentity {
  /** « carte-identite »: which kind of document, never its number. */
  readonly document: string;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  readonly identity: Identity;
}

/** Everything a draft stores, as JSON. What was received stays apart from what was typed. */
export interface FormState {
  readonly procedure: string;
  readonly version: string;
  /** Absent on the way without FranceConnect. */
  readonly identity?: IdentitySnapshot;
  /** Set where whoever fills it in files for somebody else: nothing the State knows of the filer counts for that person. */
  readonly beneficiary?: "other";
  /** Set at the counter, where an agent types for a citizen without Internet. */
  readonly enteredBy?: "agent";
  /** Set at the counter, where the agent was shown an identity document. */
  readonly checked?: CheckedIdentity;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
  readonly answers: Readonly<Record<string, FieldValue>>;
  readonly corrections: Readonly<Record<string, { readonly reason?: string; readonly at: string }>>;
  readonly contested: Readonly<Record<string, { readonly reason: string; readonly at: string }>>;
  /** What was typed and cannot be read as an answer, by field: shown again as it was typed, never counted as answered. */
  readonly unread?: Readonly<Record<string, Typed>>;
  /** Slugs of the steps sent without an error. */
  readonly completed: readonly string[];
}

/**
 * A new draft; without an identity on the way without FranceConnect.
 *
 * @example
 * import { emptyState } from "passerelle";
 * const state = emptyState(procedure, citizen);
 */
export function emptyState(procedure: Procedure, identity?: IdentitySnapshot): FormState {
  return {
    procedure: procedure.slug,
    version: procedure.version,
    ...(identity === undefined ? {} : { identity }),
    sources: {},
    answers: {},
    corrections: {},
    contested: {},
    completed: [],
  };
}

/** One thing to put right, with the id of the input to jump to. */
export interface FieldError {
  readonly field: string;
  readonly anchor: string;
  readonly message: string;
}
