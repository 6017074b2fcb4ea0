import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/**
 * A login ends in the browser where it started: anything else is a login forced on somebody.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export const transactionBrowser: Check<CallbackContext> = {
  name: "transaction-browser",
  run({ transaction, browser }) {
    if (browser === undefined) throw new FederationError("transaction_cookie_lost");
    if (browser !== transaction?.browser) throw new FederationError("transaction_other_browser");
  },
};
