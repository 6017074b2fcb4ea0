import { FederationError } from "../errors/federation-error.ts";
import { KEY_ALGS } from "../keys/key-file.ts";
import type { Check } from "./check.ts";
import type { EnvelopeContext } from "./contexts.ts";

/** @see https://www.rfc-editor.org/rfc/rfc8725#section-3.1 */
export const envelopeAlgorithms: Check<EnvelopeContext> = {
  name: "envelope-algorithms",
  run({ header }) {
    if (!header) return;
    const isAllowed = KEY_ALGS.some((alg) => alg === header.alg) && header.enc === "A256GCM";
    if (!isAllowed || header.crit !== undefined) throw new FederationError("token_encryption_refused");
  },
};
