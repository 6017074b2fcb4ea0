import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { EnvelopeContext } from "./contexts.ts";

/** FranceConnect+ compresses nothing: `zip` is a bomb. @see https://www.rfc-editor.org/rfc/rfc8725#section-3.6 */
export const envelopeCompression: Check<EnvelopeContext> = {
  name: "envelope-compression",
  run({ header }) {
    if (header?.zip !== undefined) throw new FederationError("token_encryption_refused");
  },
};
