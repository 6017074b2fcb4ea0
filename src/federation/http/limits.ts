/** What a provider may cost one login. */
export interface Limits {
  /** One answer, in bytes, before anything is parsed. */
  readonly maxBytes: number;
  /** One call, connection and body included, in milliseconds. */
  readonly callTimeout: number;
  /** All calls of one callback together: a citizen is never left waiting 15 seconds. */
  readonly callbackTimeout: number;
}

export const LIMITS: Limits = { maxBytes: 256 * 1024, callTimeout: 5_000, callbackTimeout: 12_000 };
