/** Everything that can be foreseen in this room. */
export type OnboardingErrorCode =
  | "quarter_unknown"
  | "quarter_open"
  | "campaign_unknown"
  | "campaign_invalid"
  | "operator_unknown"
  | "vault_missing"
  | "territory_unknown"
  | "milestone_unknown"
  | "reference_unknown"
  | "date_invalid"
  | "file_unreadable"
  | "columns_missing"
  | "line_too_long";

/** A request that cannot be met, and what to write instead. */
export class OnboardingError extends Error {
  constructor(
    readonly code: OnboardingErrorCode,
    readonly operatorHint: string,
    options?: ErrorOptions,
  ) {
    super(operatorHint, options);
    this.name = "OnboardingError";
  }
}
