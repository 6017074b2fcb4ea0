import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { MetadataContext } from "./contexts.ts";

/** @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation */
export const metadataIssuer: Check<MetadataContext> = {
  name: "metadata-issuer",
  run({ issuer, metadata }) {
    if (metadata.issuer !== issuer)
      throw new FederationError("provider_metadata_invalid", { part: "discovery" });
  },
};
