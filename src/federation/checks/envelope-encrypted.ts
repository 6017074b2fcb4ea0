import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { EnvelopeContext } from "./contexts.ts";

/**
 * Encrypted where registered, and only there: a signed token in its place is a downgrade.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (1)
 */
export const envelopeEncrypted: Check<EnvelopeContext> = {
  name: "envelope-encrypted",
  run({ client, isEncrypted }) {
    if (client.profile.encrypted && !isEncrypted) throw new FederationError("token_unencrypted");
    if (!client.profile.encrypted && isEncrypted) throw new FederationError("token_encryption_refused");
  },
};
