import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { CallbackContext } from "./contexts.ts";

/** @see https://www.rfc-editor.org/rfc/rfc9207#section-2.4 */
export const callbackIssuer: Check<CallbackContext> = {
  name: "callback-issuer",
  run({ parameters, client, metadata }) {
    const issuer = parameters.get("iss");
    if (issuer === null) {
      if (metadata?.authorization_response_iss_parameter_supported) {
        throw new FederationError("callback_issuer_missing");
      }
      return;
    }
    if (issuer !== client?.issuer) throw new FederationError("callback_issuer_mismatch");
  },
};
