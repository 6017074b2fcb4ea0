import { compactVerify, errors } from "jose";
import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { TokenContext } from "./contexts.ts";

/**
 * Signed by the provider's published key (or our secret, for HS256), with the one algorithm registered.
 * Always: TLS says who answered, not who is described.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation (6, 7)
 * @see https://www.rfc-editor.org/rfc/rfc8725#section-3.1
 */
export const tokenSignature: Check<TokenContext> = {
  name: "token-signature",
  async run(context) {
    const { header, client, part, keys, signal } = context;
    const isRegistered = header.alg === client.signingAlg && header.crit === undefined;
    if (!isRegistered) throw new FederationError("token_algorithm_refused", { part });
    const { edition } = keys;
    if (await verifies(context)) return;
    /** A provider may change a key under the same `kid`. */
    const isWorthAgain = client.signingAlg !== "HS256" && (await keys.hasChangedSince(edition, signal));
    if (!isWorthAgain || !(await verifies(context)))
      throw new FederationError("token_signature_invalid", { part });
  },
};

async function verifies({ jws, header, client, part, keys, signal }: TokenContext): Promise<boolean> {
  const alg = client.signingAlg;
  const kid = typeof header.kid === "string" ? { kid: header.kid } : {};
  const key =
    alg === "HS256"
      ? new TextEncoder().encode(client.clientSecret)
      : await keys.find({ alg, ...kid }, signal);
  try {
    await compactVerify(jws, key, { algorithms: [alg] });
    return true;
  } catch (cause) {
    if (cause instanceof errors.JWSSignatureVerificationFailed) return false;
    throw new FederationError("token_signature_invalid", { part, cause });
  }
}
