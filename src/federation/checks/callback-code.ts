import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 */
export const callbackCode: Check<CallbackContext> = {
  name: "callback-code",
  run({ parameters }) {
    if (!parameters.get("code")) throw new FederationError("callback_code_missing");
  },
};
