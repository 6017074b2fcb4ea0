/**
 * What API Particulier answered, as a value: a call never throws.
 * The HTTP status decides the outcome; `code` is an open set, for wording and support only.
 */
export type Answer<T> = Found<T> | NoData;

export interface Found<T> extends AnswerContext {
  readonly outcome: "found";
  readonly data: T;
}

export interface NoData extends AnswerContext {
  /**
   * `not_found`: recognised, but no dossier there. `unidentified`: nobody recognised.
   * `refused`: token, scope or habilitation. `invalid`: our request. `unavailable`: provider or network, after the retries.
   */
  readonly outcome: "not_found" | "unidentified" | "refused" | "invalid" | "unavailable";
  /** Seconds, where known. */
  readonly retryAfter?: number;
}

export interface AnswerContext {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  /** API Particulier's `X-Request-ID`: what its support asks for. */
  readonly requestId?: string;
  /** `CNAF`, `MSA`, `CNOUS`… where the answer names it. */
  readonly provider?: string;
}
