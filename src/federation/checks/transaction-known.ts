import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** Before anything is compared: `undefined` equals `undefined`. */
export const transactionKnown: Check<CallbackContext> = {
  name: "transaction-known",
  run({ transaction }) {
    if (!transaction) throw new FederationError("transaction_unknown");
  },
};
