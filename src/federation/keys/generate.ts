import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { exportJWK, generateKeyPair } from "jose";
import { type KeyAlg, type KeyState, readKeyFiles, type StoredKey, writeKeyFile } from "./key-file.ts";

const DEFAULT_ALGS: readonly KeyAlg[] = ["RSA-OAEP-256", "ECDH-ES"];

export interface KeyOptions {
  /** One or the other decides at the registration; both by default, so that either is ready. */
  readonly algs?: readonly KeyAlg[];
  readonly now?: () => Date;
}

/**
 * Makes the first keys of a folder: per algorithm one current, one next. What is already there is left alone.
 *
 * @param dir created, readable by its owner only, where it does not exist; one that exists keeps its mode, the files are private anyway
 * @returns the keys made; empty where there was nothing to do
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-4.3
 * @example
 * import { generateKeys } from "passerelle";
 * await generateKeys("keys", { algs: ["ECDH-ES"] });
 */
export async function generateKeys(dir: string, options: KeyOptions = {}): Promise<readonly StoredKey[]> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const existing = await readKeyFiles(dir);
  const has = (alg: KeyAlg, state: KeyState) =>
    existing.some((key) => key.state === state && key.jwk.alg === alg);
  const { algs = DEFAULT_ALGS } = options;
  const made: StoredKey[] = [];
  for (const alg of algs) {
    for (const state of ["current", "next"] as const) {
      if (!has(alg, state)) made.push(await generateKey(dir, { alg, state }, options));
    }
  }
  return made;
}

/** Makes one key in a given state. */
export async function generateKey(
  dir: string,
  { alg, state }: { readonly alg: KeyAlg; readonly state: KeyState },
  { now = () => new Date() }: KeyOptions,
): Promise<StoredKey> {
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
