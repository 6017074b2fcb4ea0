import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7.1 (one-time use) */
export const transactionUnused: Check<CallbackContext> = {
  name: "transaction-unused",
  run({ transaction, isClaimed }) {
    if (isClaimed || transaction?.isUsed) throw new FederationError("transaction_already_used");
  },
};
