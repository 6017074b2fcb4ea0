import type { Level, Platform } from "./citizen.ts";

/** Signature algorithms a client can be registered with. */
export type SigningAlg = "ES256" | "RS256" | "HS256";

/** FranceConnect, FranceConnect+ or ProConnect: one OpenID Connect flow, three rows of data. */
export interface Profile {
  readonly platform: Platform | "proconnect";
  /** As citizens and agents read it. */
  readonly name: string;
  readonly issuers: { readonly integration: string; readonly production: string };
  /** The eIDAS levels that `acr_values` may ask for; empty where levels are not ranked. */
  readonly levels: readonly Level[];
  readonly signingAlgs: readonly SigningAlg[];
  readonly defaultSigningAlg: SigningAlg;
  /** ID token and UserInfo come as nested JWEs, and nothing else is taken. */
  readonly encrypted: boolean;
  /** FranceConnect refuses every parameter outside its list, PKCE's included. */
  readonly pkce: boolean;
  /** Scopes that describe the person. */
  readonly identityScopes: readonly string[];
  /** Path of the redirect URI under the public address; ProConnect's depends on where it is mounted. */
  readonly callbackPath: string;
  /** Endpoints below the issuer, for where discovery is not served. */
  readonly paths: typeof PATHS;
}

const PATHS = {
  authorization_endpoint: "/authorize",
  token_endpoint: "/token",
  userinfo_endpoint: "/userinfo",
  jwks_uri: "/jwks",
  end_session_endpoint: "/session/end",
} as const;

const CITIZEN_SCOPES = [
  "openid",
  "given_name",
  "family_name",
  "preferred_username",
  "gender",
  "birthdate",
  "birthplace",
  "birthcountry",
  "email",
] as const;

/** @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-endpoints/ */
export const FRANCECONNECT: Profile = {
  platform: "franceconnect",
  name: "FranceConnect",
  issuers: {
    integration: "https://fcp-low.sbx.dev-franceconnect.fr/api/v2",
    production: "https://oidc.franceconnect.gouv.fr/api/v2",
  },
  levels: ["eidas1"],
  signingAlgs: ["ES256", "RS256", "HS256"],
  defaultSigningAlg: "ES256",
  encrypted: false,
  pkce: false,
  identityScopes: CITIZEN_SCOPES,
  callbackPath: "/auth/franceconnect/callback",
  paths: PATHS,
};

/** @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-oidc-fc-plus/ */
export const FRANCECONNECT_PLUS: Profile = {
  platform: "franceconnect-plus",
  name: "FranceConnect+",
  issuers: {
    integration: "https://auth.integ01.dev-franceconnect.fr/api/v2",
    production: "https://auth.franceconnect.gouv.fr/api/v2",
  },
  levels: ["eidas2", "eidas3"],
  signingAlgs: ["ES256"],
  defaultSigningAlg: "ES256",
  encrypted: true,
  pkce: false,
  identityScopes: CITIZEN_SCOPES,
  callbackPath: "/auth/franceconnect-plus/callback",
  paths: PATHS,
};

/** @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/implementation_technique */
export const PROCONNECT: Profile = {
  platform: "proconnect",
  name: "ProConnect",
  issuers: {
    integration: "https://fca.integ01.dev-agentconnect.fr/api/v2",
    production: "https://auth.agentconnect.gouv.fr/api/v2",
  },
  levels: [],
  signingAlgs: ["ES256", "RS256", "HS256"],
  defaultSigningAlg: "RS256",
  encrypted: false,
  pkce: true,
  identityScopes: ["openid", "given_name", "usual_name", "email", "siret", "roles", "organization_label"],
  callbackPath: "/callback",
  paths: PATHS,
};
