import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** One redirect URI per issuer. @see https://www.rfc-editor.org/rfc/rfc9700#section-4.4.2.2 */
export const transactionPlatform: Check<CallbackContext> = {
  name: "transaction-platform",
  run({ transaction, platform }) {
    if (transaction?.platform !== platform) throw new FederationError("transaction_wrong_platform");
  },
};
