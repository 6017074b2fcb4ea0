import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  CompactEncrypt,
  CompactSign,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";

export type Json = Record<string, unknown>;

/** How one kind of token is bent. */
export interface TokenMutation {
  claims?: (claims: Json) => Json;
  header?: (header: Json) => Json;
  /** Replaces the signing as a whole. */
  sign?: (claims: Json, header: Json) => Promise<string> | string;
  /** Replaces the encryption (or adds one). */
  envelope?: (jws: string) => Promise<string> | string;
}

/** Every place where a provider can lie; whatever is absent is honest. */
export interface Mutation {
  discovery?: (document: Json) => Json;
  jwks?: (document: { keys: JWK[] }) => Json;
  callback?: (parameters: URLSearchParams) => void;
  tokenBody?: (body: Json) => Json;
  idToken?: TokenMutation;
  userinfo?: TokenMutation;
  /** Answers a path by itself. */
  answer?: Partial<
    Record<"token" | "userinfo" | "jwks" | "discovery", (res: ServerResponse, honest: Reply) => void>
  >;
  /** Milliseconds between the provider's clock and ours. */
  clock?: number;
}

export interface Reply {
  readonly type: string;
  readonly body: string;
}

export interface HostileProvider {
  readonly issuer: string;
  mutation: Mutation;
  readonly keys: { readonly es256: CryptoKey; readonly rs256: CryptoKey; readonly stranger: CryptoKey };
  /** Values of the present login that no log may hold. */
  readonly secrets: Set<string>;
  close(): Promise<void>;
}

export const PIVOT: Json = {
  sub: `${"a1b2c3d4".repeat(8)}v1`,
  given_name: "Angela Claire Louise",
  given_name_array: ["Angela", "Claire", "Louise"],
  family_name: "DUBOIS",
  gender: "female",
  birthdate: "1962-08-24",
  birthplace: "75107",
  birthcountry: "99100",
  email: "wossewodda-3728@yopmail.com",
};

export const CLIENT_ID = "hostile-tests";
export const CLIENT_SECRET = "a client secret of the hostile tests, 64 characters and a bit more";

interface Settings {
  readonly acr: string;
  readonly alg?: "ES256" | "RS256" | "HS256";
  /** Where FranceConnect+ encrypts to. */
  readonly encryptTo?: () => JWK;
}

/** A provider that tells the truth until its `mutation` says otherwise. It signs and encrypts with jose, over real HTTP. */
export async function startHostileProvider(settings: Settings): Promise<HostileProvider> {
  const { alg = "ES256" } = settings;
  const pairs = {
    es256: await generateKeyPair("ES256", { extractable: true }),
    rs256: await generateKeyPair("RS256", { extractable: true }),
  };
  const { privateKey: stranger } = await generateKeyPair("ES256");
  const published: JWK[] = [
    { ...(await exportJWK(pairs.es256.publicKey)), kid: "es256", alg: "ES256", use: "sig" },
    { ...(await exportJWK(pairs.rs256.publicKey)), kid: "rs256", alg: "RS256", use: "sig" },
  ];
  const keys = { es256: pairs.es256.privateKey, rs256: pairs.rs256.privateKey, stranger };
  const nonces = new Map<string, string>();
  let lastNonce = "";

  const server = createServer((req, res) => {
    handle(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/api/v2`;
  const provider: HostileProvider = {
    issuer,
    mutation: {},
    keys,
    secrets: new Set(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const now = (): number => Math.floor((Date.now() + (provider.mutation.clock ?? 0)) / 1000);
  const remember = (value: string): string => {
    provider.secrets.add(value);
    return value;
  };

  const sign = async (claims: Json, header: Json, mutation: TokenMutation = {}): Promise<string> => {
    const [bentClaims, bentHeader] = [
      mutation.claims?.(claims) ?? claims,
      mutation.header?.(header) ?? header,
    ];
    const jws = await (mutation.sign ?? honestSignature)(bentClaims, bentHeader);
    if (mutation.envelope) return mutation.envelope(jws);
    return settings.encryptTo ? encrypt(jws, settings.encryptTo()) : jws;
  };
  const honestSignature = (claims: Json, header: Json): Promise<string> => {
    const key = { ES256: keys.es256, RS256: keys.rs256, HS256: new TextEncoder().encode(CLIENT_SECRET) }[alg];
    return compactSign(claims, header, key);
  };
  const honestHeader = (): Json => (alg === "HS256" ? { alg } : { alg, kid: alg.toLowerCase() });

  const routes: Record<string, (req: IncomingMessage) => Promise<Reply>> = {
    "/api/v2/.well-known/openid-configuration": async () => {
      const document = {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/session/end`,
        authorization_response_iss_parameter_supported: true,
      };
      return json(provider.mutation.discovery?.(document) ?? document);
    },
    "/api/v2/jwks": async () => json(provider.mutation.jwks?.({ keys: published }) ?? { keys: published }),
    "/api/v2/token": async (req) => {
      const code = new URLSearchParams(await text(req)).get("code") ?? "";
      const nonce = nonces.get(code) ?? lastNonce;
      const { idToken, tokenBody } = provider.mutation;
      const claims = {
        sub: PIVOT.sub,
        acr: settings.acr,
        auth_time: now(),
        nonce,
        aud: CLIENT_ID,
        exp: now() + 60,
        iat: now(),
        iss: issuer,
      };
      const body = {
        access_token: remember(`access-${Math.random().toString(36).slice(2)}`),
        expires_in: 60,
        id_token: remember(await sign(claims, honestHeader(), idToken)),
        scope: "openid identite_pivot",
        token_type: "Bearer",
      };
      return json(tokenBody?.(body) ?? body);
    },
    "/api/v2/userinfo": async () => {
      const claims = { ...PIVOT, aud: CLIENT_ID, exp: now() + 60, iat: now(), iss: issuer };
      const body = remember(await sign(claims, honestHeader(), provider.mutation.userinfo));
      return { type: "application/jwt; charset=utf-8", body };
    },
  };

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", issuer);
    if (url.pathname === "/api/v2/authorize") {
      lastNonce = remember(url.searchParams.get("nonce") ?? "");
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      const code = remember(`code-${Math.random().toString(36).slice(2)}`);
      nonces.set(code, lastNonce);
      back.searchParams.set("code", code);
      back.searchParams.set("state", remember(url.searchParams.get("state") ?? ""));
      back.searchParams.set("iss", issuer);
      provider.mutation.callback?.(back.searchParams);
      res.writeHead(303, { location: back.href }).end();
      return;
    }
    const reply = await routes[url.pathname]?.(req);
    if (!reply) {
      res.writeHead(404).end();
      return;
    }
    const place = NAMES[url.pathname];
    const bent = place && provider.mutation.answer?.[place];
    if (bent) bent(res, reply);
    else res.writeHead(200, { "content-type": reply.type }).end(reply.body);
  }
  return provider;
}

async function text(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const NAMES: Record<string, keyof NonNullable<Mutation["answer"]>> = {
  "/api/v2/.well-known/openid-configuration": "discovery",
  "/api/v2/jwks": "jwks",
  "/api/v2/token": "token",
  "/api/v2/userinfo": "userinfo",
};

const json = (body: Json): Reply => ({ type: "application/json", body: JSON.stringify(body) });

export function compactSign(claims: Json, header: Json, key: CryptoKey | Uint8Array): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header as { alg: string })
    .sign(key);
}

/** As FranceConnect+ does, unless the header is bent. */
export async function encrypt(jws: string, to: JWK, header: Json = {}): Promise<string> {
  const alg = String(header.alg ?? to.alg);
  return new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ alg, enc: "A256GCM", cty: "JWT", ...(to.kid && { kid: to.kid }), ...header })
    .encrypt(await importJWK({ ...to, alg }, alg));
}

/** A compact token that jose would refuse to make. */
export function forge(header: Json, claims: Json, signature = ""): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part(header)}.${part(claims)}.${signature}`;
}
