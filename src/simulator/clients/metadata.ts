import type { SimulatorClient } from "../options.ts";

/** What a platform needs to turn a client of the contract's shape into one of oidc-provider's. */
export interface MetadataOptions {
  readonly scopes: readonly string[];
  readonly encryption: boolean;
  readonly defaultSigningAlg: string;
}

const OWN_MEMBERS = new Set([
  "scope",
  "claims",
  "entity_id",
  "type",
  "identity_consent",
  "idp_hints",
  "allowed_prompts",
  "active",
]);

/**
 * The client as oidc-provider takes it: only scopes the platform knows (unknown ones are ignored), UserInfo always
 * signed with the ID token's algorithm, no member that is empty.
 */
export function providerMetadata(client: SimulatorClient, options: MetadataOptions): Record<string, unknown> {
  const alg = client.id_token_signed_response_alg ?? options.defaultSigningAlg;
  const known = Object.entries(client).filter(
    ([member, value]) =>
      !OWN_MEMBERS.has(member) &&
      value !== undefined &&
      value !== "" &&
      (options.encryption || !member.includes("_encrypted_response_")),
  );
  return {
    userinfo_signed_response_alg: alg,
    ...Object.fromEntries(known),
    id_token_signed_response_alg: alg,
    grant_types: ["authorization_code"],
    response_types: ["code"],
    ...(client.scope === undefined ? {} : { scope: allowedScopes(client.scope, options.scopes) }),
  };
}

function allowedScopes(scope: string, known: readonly string[]): string {
  const wanted = new Set(["openid", ...scope.split(" ")]);
  return known.filter((name) => wanted.has(name)).join(" ");
}
