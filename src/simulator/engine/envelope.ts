import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { CompactEncrypt, generateKeyPair, importJWK, type JWK } from "jose";
import type { Envelope } from "../faults/fault.ts";

/** What a client registered for one of its tokens. */
export interface Encryption {
  readonly alg: string;
  readonly enc: string;
  /** The client's public key, with its kid. */
  readonly key: JWK;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const BOMB = 50 * 1024 * 1024;
const LARGE = 5 * 1024 * 1024;
const PBES2_ROUNDS = 2_000_000;

function header(encryption: Encryption, more: object = {}): Record<string, unknown> {
  return {
    alg: encryption.alg,
    enc: encryption.enc,
    cty: "JWT",
    kid: encryption.key.kid,
    iss: encryption.issuer,
    aud: encryption.clientId,
    ...more,
  };
}

async function seal(
  plaintext: string | Buffer,
  protectedHeader: Record<string, unknown>,
  key: JWK | Uint8Array,
): Promise<string> {
  const alg = String(protectedHeader.alg);
  return new CompactEncrypt(Buffer.from(plaintext))
    .setProtectedHeader(protectedHeader as { alg: string; enc: string })
    .encrypt(key instanceof Uint8Array ? key : await importJWK(key, alg));
}

async function stranger(alg: string): Promise<JWK> {
  const { publicKey } = await generateKeyPair(alg, { extractable: true });
  return (await crypto.subtle.exportKey("jwk", publicKey)) as JWK;
}

/**
 * A JWE that jose would not make: RSA1_5, or a compressed plaintext.
 * @see RFC 7516 §5.1
 */
function sealByHand(
  plaintext: Buffer,
  protectedHeader: Record<string, unknown>,
  key: JWK,
  padding: number,
): string {
  const contentKey = randomBytes(32);
  const iv = randomBytes(12);
  const wrapped = publicEncrypt(
    { key: createPublicKey({ key: key as never, format: "jwk" }), padding, oaepHash: "sha256" },
    contentKey,
  );
  const head = Buffer.from(JSON.stringify(protectedHeader)).toString("base64url");
  const cipher = createCipheriv("aes-256-gcm", contentKey, iv).setAAD(Buffer.from(head));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return [
    head,
    ...[wrapped, iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url")),
  ].join(".");
}

/** RSA-only envelopes fall back to a stranger's RSA key where the client's is an elliptic curve: refused all the same. */
async function rsaKey(encryption: Encryption): Promise<JWK> {
  return encryption.key.kty === "RSA" ? encryption.key : stranger("RSA-OAEP-256");
}

function tampered(jwe: string): string {
  const parts = jwe.split(".");
  const ciphertext = Buffer.from(parts[3] ?? "", "base64url");
  parts[3] = Buffer.from(ciphertext.map((byte) => byte ^ 0x5a)).toString("base64url");
  return parts.join(".");
}

type Sealer = (jws: string, encryption: Encryption) => Promise<string> | string;

const registered: Sealer = (jws, encryption) => seal(jws, header(encryption), encryption.key);

const SEALERS: Readonly<Record<Envelope, Sealer>> = {
  registered,
  none: (jws) => jws,
  stranger: async (jws, encryption) => seal(jws, header(encryption), await stranger(encryption.alg)),
  "unknown-kid": async (jws, encryption) =>
    seal(jws, header(encryption, { kid: "inconnu" }), await stranger(encryption.alg)),
  rsa1_5: async (jws, encryption) =>
    sealByHand(
      Buffer.from(jws),
      header(encryption, { alg: "RSA1_5", enc: "A256GCM" }),
      await rsaKey(encryption),
      constants.RSA_PKCS1_PADDING,
    ),
  dir: (jws, encryption) =>
    seal(
      jws,
      header(encryption, { alg: "dir", enc: "A256GCM" }),
      Buffer.from(encryption.clientSecret.padEnd(32, "0").slice(0, 32)),
    ),
  pbes2: (jws, encryption) =>
    seal(jws, header(encryption, { alg: "PBES2-HS256+A128KW" }), Buffer.from(encryption.clientSecret)).then(
      (jwe) => withRounds(jwe),
    ),
  "zip-bomb": async (_jws, encryption) =>
    sealByHand(
      deflateRawSync(Buffer.alloc(BOMB, 0x20)),
      header(encryption, { alg: "RSA-OAEP-256", enc: "A256GCM", zip: "DEF" }),
      await rsaKey(encryption),
      constants.RSA_PKCS1_OAEP_PADDING,
    ),
  a128gcm: (jws, encryption) => seal(jws, header(encryption, { enc: "A128GCM" }), encryption.key),
  tampered: async (jws, encryption) => tampered(await registered(jws, encryption)),
  twice: async (jws, encryption) => registered(await registered(jws, encryption), encryption),
  large: (jws, encryption) => seal(jws.padEnd(LARGE, "A"), header(encryption), encryption.key),
};

/** Raises the rounds that the receiver would have to compute before it could refuse the key. */
function withRounds(jwe: string): string {
  const [head = "", ...rest] = jwe.split(".");
  const parsed = JSON.parse(Buffer.from(head, "base64url").toString("utf8")) as Record<string, unknown>;
  const raised = Buffer.from(JSON.stringify({ ...parsed, p2c: PBES2_ROUNDS })).toString("base64url");
  return [raised, ...rest].join(".");
}

/** Puts a signed token into its envelope, right or wrong. */
export async function envelop(jws: string, envelope: Envelope, encryption: Encryption): Promise<string> {
  return SEALERS[envelope](jws, encryption);
}
