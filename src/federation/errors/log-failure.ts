import type { Logger } from "../logger.ts";
import { FederationError } from "./federation-error.ts";

/** Error codes of the network and of Node are words, never data. */
const SAFE_CAUSE = /^[A-Z][A-Z0-9_]{2,60}$/;

/** Whatever was thrown, as an error of ours. */
export function asFederationError(error: unknown): FederationError {
  return error instanceof FederationError ? error : new FederationError("internal_failure", { cause: error });
}

/** One line per failure: codes and hints, nothing that describes a person. Only what an operator should mend is an error. */
export function logFailure(logger: Logger, error: FederationError, where: object): void {
  const level = error.status >= 500 ? "error" : error.code === "login_cancelled" ? "info" : "warn";
  logger[level](
    { code: error.code, ...where, ...error.details, ...causeOf(error.cause), hint: error.operatorHint },
    "login refused",
  );
}

/** A message may quote data (an address, a token, a row): only a machine-readable code and the type are kept. */
function causeOf(cause: unknown): { cause?: string; causeType?: string } {
  if (!(cause instanceof Error)) return {};
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return { causeType: cause.name, ...(SAFE_CAUSE.test(code) && { cause: code }) };
}
