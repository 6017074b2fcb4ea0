import { FederationError } from "../errors/federation-error.ts";
import { isAcceptableUrl } from "../http/address.ts";
import type { Check } from "./check.ts";
import type { MetadataContext } from "./contexts.ts";

const REQUIRED = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"] as const;
const OPTIONAL = ["end_session_endpoint"] as const;

/**
 * Every endpoint lies on the issuer's own origin: secrets and tokens are sent there.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.4 (a malicious provider naming another's endpoint)
 */
export const metadataEndpoints: Check<MetadataContext> = {
  name: "metadata-endpoints",
  run({ issuer, metadata }) {
    const { origin } = new URL(issuer);
    const isOwn = (url: unknown): boolean => isAcceptableUrl(url) && new URL(url).origin === origin;
    const given = OPTIONAL.filter((name) => metadata[name] !== undefined);
    if (![...REQUIRED, ...given].every((name) => isOwn(metadata[name]))) {
      throw new FederationError("provider_metadata_invalid", { part: "discovery" });
    }
  },
};
