import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import type { JWK } from "jose";
import type { Client } from "oidc-provider";
import type { Claims, Fault, Signer, TokenContext, TokenFault } from "../faults/fault.ts";
import { asymmetricJws, hmacJws, unsignedJws } from "./compact-jws.ts";
import { type Encryption, envelop } from "./envelope.ts";
import { publicJwk, type SigningKey } from "./keys.ts";

/** One token about to be issued, and how it was registered. */
export interface TokenRequest {
  readonly use: "idtoken" | "userinfo";
  readonly claims: Claims;
  readonly client: Client;
  readonly alg: string;
  readonly encryption: { readonly alg: string | undefined; readonly enc: string | undefined };
}

export interface ForgeOptions {
  readonly context: TokenContext;
  readonly keys: readonly SigningKey[];
}

type SignInput = {
  readonly header: Claims;
  readonly payload: unknown;
  readonly request: TokenRequest;
  readonly options: ForgeOptions;
};

function platformKey({ request, options }: SignInput): SigningKey {
  const key = options.keys.find((candidate) => candidate.alg === request.alg) ?? options.keys[0];
  if (key === undefined) throw new Error("the platform has no signing key");
  return key;
}

function withPlatformKey(input: SignInput): string {
  if (input.request.alg.startsWith("HS")) {
    return hmacJws(input.header, input.payload, String(input.request.client.clientSecret));
  }
  return asymmetricJws(
    input.header,
    input.payload,
    createPrivateKey({ key: platformKey(input) as never, format: "jwk" }),
  );
}

function withOtherAlgorithm(input: SignInput): string {
  const other = input.options.keys.find((key) => key.alg !== input.request.alg);
  if (other === undefined) {
    return hmacJws(
      { ...input.header, alg: "HS256" },
      input.payload,
      String(input.request.client.clientSecret),
    );
  }
  const header = { ...input.header, alg: other.alg, kid: other.kid };
  return asymmetricJws(header, input.payload, createPrivateKey({ key: other as never, format: "jwk" }));
}

function withStrangerKey(input: SignInput): string {
  const { privateKey } = input.request.alg.startsWith("RS")
    ? generateKeyPairSync("rsa", { modulusLength: 2048 })
    : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return asymmetricJws(input.header, input.payload, privateKey);
}

function publishedBytes(input: SignInput): Buffer {
  const key = createPublicKey({ key: publicJwk(platformKey(input)) as never, format: "jwk" });
  return Buffer.from(key.export({ format: "pem", type: "spki" }));
}

function hs256(secret: (input: SignInput) => string | Buffer): (input: SignInput) => string {
  return (input) => hmacJws({ ...input.header, alg: "HS256" }, input.payload, secret(input));
}

const SIGNERS: Readonly<Record<Signer, (input: SignInput) => string>> = {
  platform: withPlatformKey,
  stranger: withStrangerKey,
  "other-algorithm": withOtherAlgorithm,
  "client-secret": hs256(({ request }) => String(request.client.clientSecret)),
  "other-client-secret": hs256(() => "secret-of-another-client-0123456789"),
  "empty-secret": hs256(() => ""),
  "public-key-as-secret": hs256(publishedBytes),
  none: ({ header, payload }) => unsignedJws(header, payload),
};

/** The client's own encryption key, fetched anew: what is forged here is not the library's business. */
async function clientKey(client: Client, alg: string): Promise<JWK> {
  const fetched =
    client.jwksUri === undefined ? client.jwks : await fetch(client.jwksUri).then((answer) => answer.json());
  const { keys } = fetched as { keys: readonly JWK[] };
  const key = keys.find((jwk) => jwk.use === "enc" && jwk.alg === alg) ?? keys[0];
  if (key === undefined) throw new Error(`client ${client.clientId} publishes no key`);
  return key;
}

/** Issues one token with one fault: claims, header, signature, envelope, from the inside out. */
export async function forge(fault: Fault, request: TokenRequest, options: ForgeOptions): Promise<string> {
  const mutation: TokenFault = (request.use === "idtoken" ? fault.idToken : fault.userinfo) ?? {};
  const { context } = options;
  const claims = shifted(request.claims, fault.clockSkew ?? 0);
  const payload = mutation.claims?.(claims, context) ?? (mutation.claims === undefined ? claims : null);
  const input: SignInput = { header: {}, payload, request, options };
  const plain: Claims = {
    alg: request.alg,
    ...(request.alg.startsWith("HS") ? {} : { kid: platformKey(input).kid }),
  };
  const header = mutation.header?.(plain, context) ?? plain;
  const signed = SIGNERS[mutation.signer ?? "platform"]({ ...input, header });
  const jws = mutation.tamper?.(signed) ?? signed;
  const { alg, enc } = request.encryption;
  if (alg === undefined || enc === undefined) return jws;
  const encryption: Encryption = {
    alg,
    enc,
    key: await clientKey(request.client, alg),
    issuer: context.issuer,
    clientId: context.clientId,
    clientSecret: String(request.client.clientSecret),
  };
  return envelop(jws, mutation.envelope ?? "registered", encryption);
}

const TIMES = ["iat", "exp", "auth_time"];

function shifted(claims: Claims, seconds: number): Claims {
  if (seconds === 0) return claims;
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      TIMES.includes(name) ? Number(value) + seconds : value,
    ]),
  );
}
