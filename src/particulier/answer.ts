/**
 * What API Particulier answered, as a value: a call never throws.
 * The HTTP status decides the outcome; `code` is an open set, for wording and support only.
 */
export type Answer<T> = Found<T> | NoData;

export interface Found<T> extends AnswerContext {
  readonly outcome: "found";
  /**
   * As received, reduced to the keys asked for. A key whose scope is missing is absent;
   * a key named in `drift` may not have the declared type.
   */
  readonly data: T;
  /** Where the data differs from what is declared, by path, without any value. Absent when it does not. */
  readonly drift?: readonly string[];
  /**
   * Whether the person asked about is among the people of the answer; absent where no identity was given.
   * `unverifiable`: the answer carries nobody (status routes, or the scope that shows people is missing).
   */
  readonly identityCheck?: IdentityCheck;
  /** True when API Particulier served its own cached copy. */
  readonly cached?: boolean;
}

export type IdentityCheck = "same" | "different" | "unverifiable";

export interface NoData extends AnswerContext {
  /**
   * `not_found`: recognised, but no dossier there. `unidentified`: nobody recognised.
   * `refused`: token, scope or habilitation. `invalid`: our request. `unavailable`: provider or network, after the retries.
   */
  readonly outcome: "not_found" | "unidentified" | "refused" | "invalid" | "unavailable";
  /** Seconds, where known. */
  readonly retryAfter?: number;
  /** French, for the citizen: what to do now. Never « you are not entitled »: no answer is not a no. */
  readonly citizenMessage?: string;
  /** What the operator or the developer has to fix. */
  readonly operatorHint?: string;
}

export type Outcome = Answer<unknown>["outcome"];

export interface AnswerContext {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  /** API Particulier's `X-Request-ID`: what its support asks for. */
  readonly requestId?: string;
  /** `CNAF`, `MSA`, `CNOUS`…: who answered, or failed to. */
  readonly provider?: string;
}
