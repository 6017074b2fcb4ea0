import type { SimulatorClient } from "../options.ts";
import { fixedIdentifier } from "./identifier.ts";

function client(
  platform: string,
  name: string,
  serviceUrl: string,
  paths: { readonly callback: string; readonly logout: string },
  metadata: Partial<SimulatorClient>,
): SimulatorClient {
  return {
    client_id: fixedIdentifier(`${platform}:${name}:id`),
    client_secret: fixedIdentifier(`${platform}:${name}:secret`),
    client_name: name,
    redirect_uris: [`${serviceUrl}${paths.callback}`],
    post_logout_redirect_uris: [`${serviceUrl}${paths.logout}`],
    ...metadata,
  };
}

const FRANCECONNECT_PATHS = { callback: "/auth/franceconnect/callback", logout: "/auth/logout/callback" };
const PLUS_PATHS = { callback: "/auth/franceconnect-plus/callback", logout: "/auth/logout/callback" };
const PROCONNECT_PATHS = { callback: "/agent/auth/callback", logout: "/agent/auth/logout/callback" };

function signed(alg: string): Partial<SimulatorClient> {
  return { id_token_signed_response_alg: alg, userinfo_signed_response_alg: alg };
}

function encrypted(alg: string, serviceUrl: string): Partial<SimulatorClient> {
  return {
    ...signed("ES256"),
    id_token_encrypted_response_alg: alg,
    id_token_encrypted_response_enc: "A256GCM",
    userinfo_encrypted_response_alg: alg,
    userinfo_encrypted_response_enc: "A256GCM",
    jwks_uri: `${serviceUrl}/.well-known/jwks.json`,
  };
}

/** The clients every simulator knows: the portal's first, then one for each way of being registered. */
export function builtInClients(serviceUrl: string): {
  readonly franceconnect: readonly SimulatorClient[];
  readonly franceconnectPlus: readonly SimulatorClient[];
  readonly proconnect: readonly SimulatorClient[];
} {
  const franceconnect = (name: string, metadata: Partial<SimulatorClient>): SimulatorClient =>
    client("franceconnect", name, serviceUrl, FRANCECONNECT_PATHS, metadata);
  const plus = (name: string, metadata: Partial<SimulatorClient>): SimulatorClient =>
    client("franceconnect-plus", name, serviceUrl, PLUS_PATHS, metadata);
  const proconnect = (name: string, metadata: Partial<SimulatorClient>): SimulatorClient =>
    client("proconnect", name, serviceUrl, PROCONNECT_PATHS, metadata);
  return {
    franceconnect: [
      franceconnect("Démarches de la commune", signed("ES256")),
      franceconnect("Service en RS256", signed("RS256")),
      franceconnect("Service en HS256", signed("HS256")),
      franceconnect("Service privé avec consentement", {
        ...signed("ES256"),
        type: "private",
        identity_consent: true,
      }),
      franceconnect("Service sans droit sur amr", { ...signed("ES256"), claims: [] }),
    ],
    franceconnectPlus: [
      plus("Démarches de la commune", encrypted("RSA-OAEP-256", serviceUrl)),
      plus("Service en ECDH-ES", encrypted("ECDH-ES", serviceUrl)),
      plus("Service sans droit sur amr", { ...encrypted("RSA-OAEP-256", serviceUrl), claims: [] }),
    ],
    proconnect: [
      proconnect("Espace des agents", signed("RS256")),
      proconnect("Espace des agents en ES256", signed("ES256")),
      proconnect("Espace réservé au secteur public", { ...signed("RS256"), type: "public" }),
    ],
  };
}
