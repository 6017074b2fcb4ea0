import type { Configuration } from "oidc-provider";
import { providerMetadata } from "../clients/metadata.ts";
import { type Store, storeAdapter } from "../engine/adapter.ts";
import { renderLogoutDone, renderLogoutStart } from "../engine/logout-pages.tsx";
import type { SimulatorClient } from "../options.ts";
import { PERSONAS } from "../personas/index.ts";
import { pairwiseSub, platformClaims } from "./identity.ts";
import type { CitizenProfile } from "./profile.ts";
import { withDataScopes } from "./scopes.ts";

/** `accountId` of the library: which persona, through which identity provider. */
export function accountId(persona: string, identityProvider: string): string {
  return JSON.stringify([persona, identityProvider]);
}

export function parseAccountId(id: string): { readonly persona: string; readonly identityProvider: string } {
  const [persona = "", identityProvider = ""] = JSON.parse(id) as string[];
  return { persona, identityProvider };
}

export interface ConfigurationOptions {
  readonly profile: CitizenProfile;
  readonly clients: readonly SimulatorClient[];
  readonly store: Store;
  readonly now: () => Date;
  readonly cookieKey: string;
  readonly renderError: NonNullable<Configuration["renderError"]>;
}

const ENCRYPTION_ENC = ["A256GCM"] as const;
/** Milliseconds a client's `jwks_uri` or `sector_identifier_uri` has to answer. */
const CLIENT_FETCH_TIMEOUT = 6_000;

function algorithms(profile: CitizenProfile): Configuration["enabledJWA"] {
  const signing = [...profile.signingAlgs];
  const encryption = [...profile.encryptionAlgs];
  const idTokenEncryption = [...profile.idTokenEncryptionAlgs];
  return {
    clientAuthSigningAlgValues: [...profile.clientAuthSigningAlgs],
    idTokenSigningAlgValues: signing,
    userinfoSigningAlgValues: signing,
    requestObjectSigningAlgValues: signing,
    idTokenEncryptionAlgValues: idTokenEncryption,
    userinfoEncryptionAlgValues: idTokenEncryption,
    requestObjectEncryptionAlgValues: encryption,
    idTokenEncryptionEncValues: [...ENCRYPTION_ENC],
    userinfoEncryptionEncValues: [...ENCRYPTION_ENC],
    requestObjectEncryptionEncValues: [...ENCRYPTION_ENC],
  } as Configuration["enabledJWA"];
}

/** FranceConnect's settings of oidc-provider, as its published source has them. */
export function citizenConfiguration(options: ConfigurationOptions): Configuration {
  const { profile, store, now } = options;
  const claims = withDataScopes(profile.identityScopes, profile.encryption);
  const metadata = {
    scopes: Object.keys(claims),
    encryption: profile.encryption,
    defaultSigningAlg: profile.defaultSigningAlg,
  };
  const entities = new Map(
    options.clients.map((client) => [client.client_id, client.entity_id ?? client.client_id]),
  );
  const personaOf = (id: string) => PERSONAS.find((persona) => persona.id === parseAccountId(id).persona);
  return {
    adapter: storeAdapter(store, now),
    acrValues: [...profile.acrValues],
    claims,
    scopes: ["openid"],
    clients: options.clients
      .filter((client) => client.active !== false)
      .map((client) => providerMetadata(client, metadata) as never),
    clientAuthMethods: ["client_secret_post", "private_key_jwt"],
    clientDefaults: {
      token_endpoint_auth_method: "client_secret_post",
      application_type: "web",
      id_token_signed_response_alg: profile.defaultSigningAlg as never,
    },
    clientBasedCORS: () => false,
    cookies: {
      keys: [options.cookieKey],
      long: { sameSite: "lax", signed: true, path: "/" },
      short: { sameSite: "lax", signed: true, path: "/" },
      names: {
        session: `${profile.cookies}_session`,
        interaction: `${profile.cookies}_interaction`,
        resume: `${profile.cookies}_interaction_resume`,
      },
    },
    enabledJWA: algorithms(profile),
    acceptQueryParamAccessTokens: true,
    extraParams: ["idp_hint", "requested_prompt"],
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      encryption: { enabled: profile.encryption },
      jwtUserinfo: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => renderLogoutStart(profile.label, ctx, form),
        postLogoutSuccessSource: (ctx) => renderLogoutDone(profile.label, ctx),
      },
      requestObjects: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: false },
      introspection: { enabled: false },
      dPoP: { enabled: false },
    },
    fetch: (url, init) => {
      const { dispatcher: _loopbackForbidden, ...rest } = init as RequestInit & { dispatcher?: unknown };
      return fetch(url, { ...rest, signal: AbortSignal.timeout(CLIENT_FETCH_TIMEOUT) });
    },
    findAccount: (_ctx, id) => {
      const persona = personaOf(id);
      if (persona === undefined) return undefined;
      const { identityProvider } = parseAccountId(id);
      return {
        accountId: id,
        claims: () => ({ sub: id, ...platformClaims(profile.platform, persona, identityProvider) }),
      };
    },
    pairwiseIdentifier: (_ctx, id, client) => {
      const persona = personaOf(id);
      const entity = entities.get(client.clientId) ?? client.clientId;
      return persona === undefined ? "" : pairwiseSub(profile.platform, entity, persona);
    },
    interactions: { url: (_ctx, interaction) => `/api/v2/interaction/${interaction.uid}` },
    pkce: { required: () => false },
    renderError: options.renderError,
    responseTypes: ["code"],
    routes: {
      authorization: "/authorize",
      end_session: "/session/end",
      jwks: "/jwks",
      revocation: "/token/revocation",
      token: "/token",
      userinfo: "/userinfo",
    },
    subjectTypes: ["pairwise"],
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 30,
      Grant: 30,
      IdToken: 60,
      Interaction: profile.sessionTtl,
      Session: profile.sessionTtl,
    },
  };
}
