import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

const LONGEST = 4_096;

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1 (parameters must not be included more than once) */
export const callbackParameters: Check<CallbackContext> = {
  name: "callback-parameters",
  run({ parameters }) {
    const names = [...parameters.keys()];
    const isRepeated = new Set(names).size !== names.length;
    const isTooLong = [...parameters.values()].some((value) => value.length > LONGEST);
    if (isRepeated || isTooLong) throw new FederationError("callback_malformed");
  },
};
