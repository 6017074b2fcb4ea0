import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** A login started for one collectivité never ends at another. */
export const transactionTenant: Check<CallbackContext> = {
  name: "transaction-tenant",
  run({ transaction, tenant }) {
    if (transaction?.tenant !== tenant) throw new FederationError("transaction_wrong_tenant");
  },
};
