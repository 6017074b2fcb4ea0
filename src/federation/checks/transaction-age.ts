import { FederationError } from "../errors/federation-error.ts";
import { TRANSACTION_LASTS } from "../transaction/transaction.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** On our own clock, whatever the store forgets to forget. */
export const transactionAge: Check<CallbackContext> = {
  name: "transaction-age",
  run({ transaction, now }) {
    if (now.getTime() - (transaction?.startedAt ?? 0) > TRANSACTION_LASTS) {
      throw new FederationError("transaction_expired");
    }
  },
};
