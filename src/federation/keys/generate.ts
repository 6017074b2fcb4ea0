import { randomBytes } from "node:crypto";
import { chmod, mkdir } from "node:fs/promises";
import { exportJWK, generateKeyPair } from "jose";
import { type KeyAlg, type KeyState, readKeyFiles, type StoredKey, writeKeyFile } from "./key-file.ts";

export interface KeyOptions {
  /** RSA-OAEP-256 by default. */
  readonly alg?: KeyAlg;
  readonly now?: () => Date;
}

/**
 * Makes the first keys of a folder: one current, one next. A folder that has a current key is left alone.
 *
 * @param dir created, readable by its owner only, where it does not exist
 * @returns the keys made; empty where there was nothing to do
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-4.3
 * @example
 * import { generateKeys } from "passerelle";
 * await generateKeys("keys", { alg: "ECDH-ES" });
 */
export async function generateKeys(dir: string, options: KeyOptions = {}): Promise<readonly StoredKey[]> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  const existing = await readKeyFiles(dir);
  const missing = (["current", "next"] as const).filter(
    (state) => !existing.some((key) => key.state === state),
  );
  const made: StoredKey[] = [];
  for (const state of missing) made.push(await generateKey(dir, state, options));
  return made;
}

/** Makes one key in a given state. */
export async function generateKey(dir: string, state: KeyState, options: KeyOptions): Promise<StoredKey> {
  const { alg = "RSA-OAEP-256", now = () => new Date() } = options;
  const { privateKey } = await generateKeyPair(alg, {
    extractable: true,
    ...(alg === "ECDH-ES" ? { crv: "P-256" } : { modulusLength: 2048 }),
  });
  const at = now().toISOString();
  const kid = `enc-${at.slice(0, 10)}-${randomBytes(4).toString("hex")}`;
  const jwk = { ...(await exportJWK(privateKey)), kid, alg, use: "enc" };
  const key: StoredKey = { state, createdAt: at, changedAt: at, jwk };
  await writeKeyFile(dir, key);
  return key;
}
