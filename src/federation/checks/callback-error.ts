import { callbackError } from "../errors/from-provider.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** An error wins over a code that comes with it. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 */
export const callbackHasNoError: Check<CallbackContext> = {
  name: "callback-error",
  run({ parameters }) {
    const error = parameters.get("error");
    if (error !== null) throw callbackError(error);
  },
};
