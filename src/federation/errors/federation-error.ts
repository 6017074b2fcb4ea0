import { ERRORS, type FederationErrorCode } from "./catalogue.ts";
import type { WayOn } from "./row.ts";

/** What may be logged besides the code: nothing in it describes a person. */
export interface ErrorDetails {
  readonly cause?: unknown;
  /** Where it happened. */
  readonly part?: "id_token" | "userinfo" | "token" | "jwks" | "discovery";
  /** The provider's `error`, from the documented list only. */
  readonly providerError?: string;
  /** FranceConnect's own code (Y…) and its support id. */
  readonly providerCode?: string;
  readonly providerId?: string;
  /** Replaces the citizen's message, e.g. with the reason of a refusal. */
  readonly citizenMessage?: string;
}

/**
 * Every failure of a login, a logout or a guard. Catch it by `code`.
 *
 * @example
 * import { FederationError } from "passerelle";
 * const describe = (error: unknown) =>
 *   error instanceof FederationError ? `${error.code}: ${error.operatorHint}` : "unknown";
 */
export class FederationError extends Error {
  readonly code: FederationErrorCode;
  /** HTTP. */
  readonly status: number;
  /** French. */
  readonly citizenTitle: string;
  /** French: what happened and what to do. */
  readonly citizenMessage: string;
  readonly operatorHint: string;
  /** What a page should offer. */
  readonly wayOn: WayOn;
  /** Local address at which the same login starts again, where it is known. */
  retryPath?: string;
  readonly details: Omit<ErrorDetails, "cause" | "citizenMessage">;

  constructor(code: FederationErrorCode, { cause, citizenMessage, ...details }: ErrorDetails = {}) {
    const row = ERRORS[code];
    super(code, cause === undefined ? undefined : { cause });
    this.name = "FederationError";
    this.code = code;
    this.status = row.status;
    this.citizenTitle = row.citizenTitle;
    this.citizenMessage = citizenMessage ?? row.citizenMessage;
    this.operatorHint = row.operatorHint;
    this.wayOn = row.wayOn;
    this.details = details;
  }
}
