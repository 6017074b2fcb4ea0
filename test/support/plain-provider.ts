import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type ClientMetadata, type Configuration } from "oidc-provider";

/** FranceConnect, FranceConnect+ or ProConnect as `oidc-provider` plays them, set up from their published settings. */
export interface PlainProvider {
  readonly issuer: string;
  /** Who logs in next, and at which level; UserInfo's claims come from `claims`. */
  subject: { sub: string; acr?: string; amr?: string[]; claims: Record<string, unknown> };
  /** Every authorization request received, newest last. */
  readonly authorizations: URLSearchParams[];
  close(): Promise<void>;
}

const IDENTITY_CLAIMS = [
  "given_name",
  "given_name_array",
  "family_name",
  "preferred_username",
  "gender",
  "birthdate",
  "birthplace",
  "birthcountry",
  "email",
] as const;

/** Settings that differ between the three, from their sources. */
const PLATFORMS = {
  franceconnect: {
    acrValues: ["eidas1"],
    signing: ["ES256", "RS256", "HS256"],
    encryption: false,
    claims: Object.fromEntries(IDENTITY_CLAIMS.map((claim) => [claim, [claim]])),
  },
  "franceconnect-plus": {
    acrValues: ["eidas2", "eidas3"],
    signing: ["ES256"],
    encryption: true,
    claims: Object.fromEntries(IDENTITY_CLAIMS.map((claim) => [claim, [claim]])),
  },
  proconnect: {
    acrValues: ["eidas0", "eidas0-mfa", "eidas1", "eidas1-mfa", "eidas2", "eidas3"],
    signing: ["ES256", "RS256", "HS256"],
    encryption: false,
    claims: Object.fromEntries(
      ["given_name", "usual_name", "email", "uid", "siret", "idp_id", "roles", "organization_label"].map(
        (claim) => [claim, [claim]],
      ),
    ),
  },
} as const;

export const DUBOIS = {
  given_name: "Angela Claire Louise",
  given_name_array: ["Angela", "Claire", "Louise"],
  family_name: "DUBOIS",
  gender: "female",
  birthdate: "1962-08-24",
  birthplace: "75107",
  birthcountry: "99100",
  email: "wossewodda-3728@yopmail.com",
};

/** Starts one on a free port; `clients` is called with nothing known but what you give. */
export async function startPlainProvider(
  platform: keyof typeof PLATFORMS,
  clients: readonly ClientMetadata[],
): Promise<PlainProvider> {
  const app = express();
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/api/v2`;
  const settings = PLATFORMS[platform];
  const state: PlainProvider = {
    issuer,
    subject: { sub: "f".repeat(64), acr: settings.acrValues[0], claims: DUBOIS },
    authorizations: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const provider = new Provider(issuer, configurationOf(platform, clients, state, await signingKeys()));
  provider.proxy = true;
  app.get("/api/v2/authorize", (req, _res, next) => {
    state.authorizations.push(new URL(req.originalUrl, issuer).searchParams);
    next();
  });
  app.get("/interaction/:uid", async (req, res) => {
    const { params } = await provider.interactionDetails(req, res);
    const grant = new provider.Grant({ accountId: state.subject.sub, clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    const grantId = await grant.save();
    const { sub: accountId, acr, amr } = state.subject;
    const login = { accountId, remember: false, ...(acr && { acr }), ...(amr && { amr }) };
    await provider.interactionFinished(req, res, { login, consent: { grantId } });
  });
  app.use("/api/v2", provider.callback());
  return state;
}

async function signingKeys() {
  return Promise.all(
    (["ES256", "RS256"] as const).map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), kid: `test:${alg}`, alg, use: "sig" };
    }),
  );
}

function configurationOf(
  platform: keyof typeof PLATFORMS,
  clients: readonly ClientMetadata[],
  state: PlainProvider,
  keys: Awaited<ReturnType<typeof signingKeys>>,
): Configuration {
  const { acrValues, signing, encryption, claims } = PLATFORMS[platform];
  const algs = [...signing];
  return {
    clients: [...clients],
    jwks: { keys: keys.filter(({ alg }) => algs.some((one) => one === alg)) },
    acrValues: [...acrValues],
    claims: {
      acr: null,
      amr: null,
      ...Object.fromEntries(Object.entries(claims).map(([k, v]) => [k, [...v]])),
    },
    scopes: ["openid"],
    subjectTypes: ["public"],
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_post"],
    clientDefaults: { token_endpoint_auth_method: "client_secret_post" },
    conformIdTokenClaims: true,
    pkce: { required: () => false },
    routes: {
      authorization: "/authorize",
      token: "/token",
      userinfo: "/userinfo",
      jwks: "/jwks",
      end_session: "/session/end",
    },
    ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 60, Grant: 30, Interaction: 600, Session: 600 },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      encryption: { enabled: encryption },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = form;
        },
      },
    },
    enabledJWA: {
      idTokenSigningAlgValues: algs,
      userinfoSigningAlgValues: algs,
      idTokenEncryptionAlgValues: ["ECDH-ES", "RSA-OAEP", "RSA-OAEP-256"],
      userinfoEncryptionAlgValues: ["ECDH-ES", "RSA-OAEP", "RSA-OAEP-256"],
      idTokenEncryptionEncValues: ["A256GCM"],
      userinfoEncryptionEncValues: ["A256GCM"],
    },
    /** oidc-provider reads no client's keys from a loopback address; here everything is on one. */
    fetch: (url, options) => fetch(url, { ...(options?.headers && { headers: options.headers }) }),
    cookies: { keys: ["a cookie key for tests only"] },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...state.subject.claims }) }),
  };
}
