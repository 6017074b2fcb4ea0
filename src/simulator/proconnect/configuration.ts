import { type Configuration, errors } from "oidc-provider";
import { providerMetadata } from "../clients/metadata.ts";
import { type Store, storeAdapter } from "../engine/adapter.ts";
import type { FaultDeck } from "../engine/fault-deck.ts";
import { renderLogoutDone, renderLogoutStart } from "../engine/logout-pages.tsx";
import type { SimulatorClient } from "../options.ts";
import { AGENTS } from "../personas/agents.ts";
import type { AgentIdentity } from "./agents.ts";
import { PROCONNECT_COOKIES, PROCONNECT_LABEL } from "./platform.ts";
import { AGENT_ACR_VALUES, AGENT_SCOPES, AGENT_TTL } from "./profile.ts";

export interface AgentConfigurationOptions {
  readonly clients: readonly SimulatorClient[];
  readonly store: Store;
  readonly identities: ReadonlyMap<string, AgentIdentity>;
  readonly deck: FaultDeck;
  readonly now: () => Date;
  readonly cookieKey: string;
  readonly renderError: NonNullable<Configuration["renderError"]>;
}

const SIGNING_ALGS = ["RS256", "ES256", "HS256"] as const;

function agentMetadata(client: SimulatorClient): Record<string, unknown> {
  const metadata = providerMetadata(client, {
    scopes: Object.keys(AGENT_SCOPES),
    encryption: false,
    defaultSigningAlg: "ES256",
  });
  const { userinfo_signed_response_alg: _default, ...rest } = metadata;
  return {
    ...rest,
    // A client without a UserInfo algorithm gets plain JSON.
    ...(client.userinfo_signed_response_alg === undefined
      ? {}
      : { userinfo_signed_response_alg: client.userinfo_signed_response_alg }),
    grant_types: ["authorization_code", "refresh_token"],
    require_auth_time: true,
  };
}

function isKnownProvider(hint: string): boolean {
  return AGENTS.some((agent) => agent.idp_id === hint);
}

/** ProConnect's settings of oidc-provider, as its published source has them. */
export function agentConfiguration(options: AgentConfigurationOptions): Configuration {
  const { store, now, identities } = options;
  return {
    adapter: storeAdapter(store, now),
    acrValues: [...AGENT_ACR_VALUES],
    claims: Object.fromEntries([
      ...Object.entries(AGENT_SCOPES).map(([scope, claims]) => [scope, [...claims]] as const),
      ["amr", null],
    ]),
    scopes: ["openid"],
    clients: options.clients
      .filter((client) => client.active !== false)
      .map((client) => agentMetadata(client) as never),
    clientAuthMethods: ["client_secret_post", "private_key_jwt"],
    clientDefaults: { token_endpoint_auth_method: "client_secret_post", application_type: "web" },
    clientBasedCORS: () => false,
    cookies: {
      keys: [options.cookieKey],
      long: { sameSite: "lax", signed: true, path: "/" },
      short: { sameSite: "lax", signed: true, path: "/" },
      names: {
        session: `${PROCONNECT_COOKIES}_session`,
        interaction: `${PROCONNECT_COOKIES}_interaction`,
        resume: `${PROCONNECT_COOKIES}_interaction_resume`,
      },
    },
    enabledJWA: {
      clientAuthSigningAlgValues: ["ES256", "RS256"],
      idTokenSigningAlgValues: [...SIGNING_ALGS],
      userinfoSigningAlgValues: [...SIGNING_ALGS],
      introspectionSigningAlgValues: [...SIGNING_ALGS],
    } as Configuration["enabledJWA"],
    extraParams: {
      siret_hint: null,
      idp_hint: (_ctx, hint) => {
        if (hint === undefined || isKnownProvider(hint)) return;
        throw new errors.CustomOIDCProviderError(
          "idp_hint_not_found",
          "provided idp_hint could not be found",
        );
      },
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      introspection: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => renderLogoutStart(PROCONNECT_LABEL, ctx, form),
        postLogoutSuccessSource: (ctx) => renderLogoutDone(PROCONNECT_LABEL, ctx),
      },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      dPoP: { enabled: false },
    },
    findAccount: (_ctx, sub) => {
      const identity = identities.get(sub);
      if (identity === undefined) return undefined;
      return {
        accountId: sub,
        claims: () => ({ ...identity.claims, sub, acr: identity.acr, amr: identity.amr }),
      };
    },
    interactions: { url: (_ctx, interaction) => `/api/v2/interaction/${interaction.uid}` },
    issueRefreshToken: async () => true,
    loadExistingGrant: async (ctx) => {
      const { session, client, params } = ctx.oidc;
      if (session?.accountId === undefined || client === undefined) return undefined;
      // « auth_time » is the end of this passage, even when the session was reused.
      session.loginTs = Math.floor(now().getTime() / 1000);
      const grant = new ctx.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(String(params?.scope));
      options.deck.remember(await grant.save(), ctx.req);
      return grant;
    },
    pkce: { required: () => false },
    renderError: options.renderError,
    responseTypes: ["code"],
    rotateRefreshToken: () => true,
    routes: {
      authorization: "/authorize",
      end_session: "/session/end",
      introspection: "/token/introspection",
      jwks: "/jwks",
      revocation: "/token/revocation",
      token: "/token",
      userinfo: "/userinfo",
    },
    subjectTypes: ["public"],
    ttl: { ...AGENT_TTL },
  };
}
