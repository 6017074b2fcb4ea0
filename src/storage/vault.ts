import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from "node:crypto";
import { CompactEncrypt, compactDecrypt, errors } from "jose";
import { StorageError } from "./error.ts";

/**
 * Encrypts what is personal, names people without naming them, and signs.
 * A context says where a sealed value belongs (collectivité, table, column, row): it opens nowhere else.
 */
export interface Vault {
  /** Names of the keys, the current one first; they tell nothing about the keys. */
  readonly keyIds: readonly string[];
  /** Encrypts JSON as a compact JWE (`dir`, `A256GCM`). */
  seal(value: unknown, context: string): Promise<string>;
  /** Opens what {@link Vault.seal} made; rejects with `key_unknown` or `seal_broken`. */
  open(sealed: string, context: string): Promise<unknown>;
  /** The same for the bytes of a file. */
  sealBytes(bytes: Uint8Array, context: string): Promise<string>;
  openBytes(sealed: string, context: string): Promise<Uint8Array>;
  /** A keyed one-way name, 43 characters: the same parts always give the same one. */
  pseudonym(parts: readonly string[]): string;
  /** The same under every key, the current one first: what to look for after a rotation. */
  pseudonyms(parts: readonly string[]): readonly string[];
  /** A keyed signature (HMAC-SHA-256) of a text. */
  sign(text: string): string;
  /** Whether {@link Vault.sign} made it, under any of the keys. */
  verify(text: string, signature: string): boolean;
}

interface Keys {
  readonly id: string;
  readonly encryption: KeyObject;
  readonly naming: KeyObject;
  readonly signing: KeyObject;
}

/**
 * Makes a vault from 32-byte keys in base64url. The first key writes; the previous ones still read.
 *
 * @throws StorageError `key_invalid`
 * @see https://www.rfc-editor.org/rfc/rfc7516#section-3.1
 * @example
 * import { randomBytes } from "node:crypto";
 * import { createVault } from "./index.ts";
 * const vault = createVault({ key: randomBytes(32).toString("base64url") });
 * const sealed = await vault.seal({ telephone: "0612345678" }, "drafts.sealed:42");
 * await vault.open(sealed, "drafts.sealed:42");
 */
export function createVault(options: {
  readonly key: string;
  readonly previousKeys?: readonly string[];
}): Vault {
  const current = deriveKeys(options.key);
  const all = [current, ...(options.previousKeys ?? []).map(deriveKeys)];
  const byId = new Map(all.map((keys) => [keys.id, keys]));
  return {
    keyIds: [...byId.keys()],
    seal: (value, context) => seal(Buffer.from(JSON.stringify(value)), context, current),
    open: async (sealed, context) =>
      JSON.parse(Buffer.from(await openSealed(sealed, context, byId)).toString()),
    sealBytes: (bytes, context) => seal(bytes, context, current),
    openBytes: (sealed, context) => openSealed(sealed, context, byId),
    pseudonym: (parts) => nameOf(parts, current),
    pseudonyms: (parts) => all.map((keys) => nameOf(parts, keys)),
    sign: (text) => `${current.id}.${mac(text, current.signing)}`,
    verify: (text, signature) => verify(text, signature, byId),
  };
}

function deriveKeys(key: string): Keys {
  const bytes = Buffer.from(key, "base64url");
  if (bytes.length !== 32 || bytes.toString("base64url") !== key.replace(/=+$/, "")) {
    throw new StorageError(
      "key_invalid",
      "ENCRYPTION_KEY must be 32 random bytes in base64url: openssl rand -base64 32 | tr '+/' '-_' | tr -d '='",
    );
  }
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync("sha256", bytes, "passerelle", purpose, length));
  return {
    id: derive("key id", 8).toString("base64url"),
    encryption: createSecretKey(derive("encryption", 32)),
    naming: createSecretKey(derive("pseudonyms", 32)),
    signing: createSecretKey(derive("signatures", 32)),
  };
}

function seal(bytes: Uint8Array, context: string, keys: Keys): Promise<string> {
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: keys.id, ctx: context })
    .encrypt(keys.encryption);
}

async function openSealed(
  sealed: string,
  context: string,
  byId: ReadonlyMap<string, Keys>,
): Promise<Uint8Array> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(
      sealed,
      ({ kid = "" }) => {
        const keys = byId.get(kid);
        if (keys) return keys.encryption;
        throw new StorageError(
          "key_unknown",
          `a value is sealed with key ${kid}, which was not given: keep that ENCRYPTION_KEY among the previous keys`,
        );
      },
      { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] },
    );
    if (protectedHeader.ctx === context) return plaintext;
  } catch (cause) {
    if (!(cause instanceof errors.JOSEError)) throw cause;
    throw broken(context, cause);
  }
  throw broken(context);
}

function broken(context: string, cause?: unknown): StorageError {
  return new StorageError(
    "seal_broken",
    `${context} was altered or moved outside the service: restore this row from a backup, and find out who wrote it`,
    { cause },
  );
}

function nameOf(parts: readonly string[], keys: Keys): string {
  return mac(JSON.stringify(parts), keys.naming);
}

function mac(text: string, key: KeyObject): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

function verify(text: string, signature: string, byId: ReadonlyMap<string, Keys>): boolean {
  const [id = "", given = ""] = signature.split(".");
  const keys = byId.get(id);
  if (!keys) return false;
  const expected = Buffer.from(mac(text, keys.signing));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received);
}
