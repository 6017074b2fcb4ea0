import { FRANCECONNECT, FRANCECONNECT_PLUS, type Profile, type SigningAlg } from "./profiles.ts";

/** Endpoints in OpenID Connect's own names. @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
export interface ProviderMetadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly userinfo_endpoint: string;
  readonly jwks_uri: string;
  readonly end_session_endpoint?: string;
  /** RFC 9207: announced, the `iss` of every callback is then required. */
  readonly authorization_response_iss_parameter_supported?: boolean;
}

/** One registration at a provider, as its partner site gave it. */
export interface ClientOptions {
  /** The issuer's URL, or `integration` / `production` for the official one. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly as registered; ES256 by default (RS256 at ProConnect). FranceConnect+ knows ES256 alone. */
  readonly signingAlg?: SigningAlg;
  /**
   * Where the endpoints come from: discovery (default), the paths every environment shares (`"known-paths"`,
   * for where discovery is closed to you), or given here.
   */
  readonly metadata?: "discovery" | "known-paths" | ProviderMetadata;
  /** Replaces the scopes that describe the person, where the habilitation grants fewer. */
  readonly identityScopes?: readonly string[];
  /** Asks for `amr`. FranceConnect shows an error page (Y100009) to a client that is not authorised for it. */
  readonly requestAmr?: boolean;
}

/** A registration, completed by its profile: what the flow reads. */
export interface Client {
  readonly profile: Profile;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingAlg: SigningAlg;
  readonly metadata: "discovery" | "known-paths" | ProviderMetadata;
  readonly identityScopes: readonly string[];
  readonly requestAmr: boolean;
}

/** The clients of one collectivité. */
export interface TenantClients {
  readonly franceConnect?: ClientOptions;
  readonly franceConnectPlus?: ClientOptions;
}

/** @throws TypeError when the registration contradicts the profile: better at start than at a citizen's login. */
export function resolveClient(profile: Profile, options: ClientOptions): Client {
  const { signingAlg = profile.defaultSigningAlg } = options;
  if (!profile.signingAlgs.includes(signingAlg)) {
    throw new TypeError(`${profile.name} signs with ${profile.signingAlgs.join(", ")}: not ${signingAlg}`);
  }
  for (const name of ["issuer", "clientId", "clientSecret"] as const) {
    if (!options[name]) throw new TypeError(`${profile.name}: ${name} is missing`);
  }
  return {
    profile,
    issuer: officialIssuer(profile, options.issuer),
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    signingAlg,
    metadata: options.metadata ?? "discovery",
    identityScopes: options.identityScopes ?? profile.identityScopes,
    requestAmr: options.requestAmr ?? false,
  };
}

/** FranceConnect first: for a level that both could serve, the lighter one is asked. */
export function resolveClients(options: TenantClients): readonly Client[] {
  const clients: Client[] = [];
  if (options.franceConnect) clients.push(resolveClient(FRANCECONNECT, options.franceConnect));
  if (options.franceConnectPlus) clients.push(resolveClient(FRANCECONNECT_PLUS, options.franceConnectPlus));
  return clients;
}

function officialIssuer(profile: Profile, issuer: string): string {
  return issuer === "integration" || issuer === "production" ? profile.issuers[issuer] : issuer;
}
