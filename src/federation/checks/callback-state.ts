import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** FranceConnect sends the text `undefined` after it lost the citizen's session. */
const NOTHING = ["", "undefined", "null"];

/** @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7 */
export const callbackState: Check<CallbackContext> = {
  name: "callback-state",
  run({ parameters }) {
    if (NOTHING.includes(parameters.get("state") ?? "")) throw new FederationError("callback_state_missing");
  },
};
