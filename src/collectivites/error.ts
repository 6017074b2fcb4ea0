/**
 * - `siret_invalid`, `slug_invalid`, `host_invalid`, `colour_invalid`: not written as it should be;
 * - `slug_taken`, `host_taken`: another collectivité has it.
 */
export type CollectiviteErrorCode =
  | "siret_invalid"
  | "slug_invalid"
  | "host_invalid"
  | "colour_invalid"
  | "slug_taken"
  | "host_taken";

/** A collectivité that cannot be registered as described. */
export class CollectiviteError extends Error {
  override readonly name = "CollectiviteError";
  readonly code: CollectiviteErrorCode;
  readonly operatorHint: string;

  constructor(code: CollectiviteErrorCode, operatorHint: string) {
    super(`${code}: ${operatorHint}`);
    this.code = code;
    this.operatorHint = operatorHint;
  }
}
