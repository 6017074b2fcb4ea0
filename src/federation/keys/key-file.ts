import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JWK } from "jose";
import { z } from "zod";

/** Algorithms FranceConnect+ can encrypt to. */
export const KEY_ALGS = ["RSA-OAEP-256", "ECDH-ES", "RSA-OAEP"] as const;
export type KeyAlg = (typeof KEY_ALGS)[number];

/** `next` is published behind `current` and takes its place at the next rotation; `retired` only still decrypts. */
export const KEY_STATES = ["current", "next", "retired"] as const;
export type KeyState = (typeof KEY_STATES)[number];

const KeyFile = z.object({
  state: z.enum(KEY_STATES),
  createdAt: z.iso.datetime(),
  /** When it last changed state. */
  changedAt: z.iso.datetime(),
  jwk: z.looseObject({
    kty: z.enum(["RSA", "EC", "OKP"]),
    kid: z.string().min(1).max(200),
    alg: z.enum(KEY_ALGS),
    use: z.literal("enc"),
  }),
});

/** One private key, in a file of its own that only its owner can read. */
export interface StoredKey {
  readonly state: KeyState;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly jwk: JWK & { readonly kid: string; readonly alg: KeyAlg };
}

const SUFFIX = ".key.json";

/** The folder's keys are unusable; `operatorHint` names the file. */
export class KeysError extends Error {
  readonly code: "KEYS_UNREADABLE" | "KEYS_MISSING";

  constructor(
    code: KeysError["code"],
    readonly operatorHint: string,
    cause?: unknown,
  ) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = "KeysError";
    this.code = code;
  }
}

/** Every key of the folder, newest first; an absent folder holds none. */
export async function readKeyFiles(dir: string): Promise<readonly StoredKey[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new KeysError("KEYS_UNREADABLE", `${dir} cannot be read (${error.code})`, error);
  });
  const keys = await Promise.all(
    names.filter((name) => name.endsWith(SUFFIX)).map((name) => readOne(join(dir, name))),
  );
  return keys.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

async function readOne(path: string): Promise<StoredKey> {
  try {
    return KeyFile.parse(JSON.parse(await readFile(path, "utf8"))) as StoredKey;
  } catch (cause) {
    throw new KeysError("KEYS_UNREADABLE", `${path} is not a key written by \`passerelle keys\``, cause);
  }
}

/** Written beside and renamed: a process that reads meanwhile sees the old file or the new one, never half of it. */
export async function writeKeyFile(dir: string, key: StoredKey): Promise<void> {
  const path = pathOf(dir, key.jwk.kid);
  await writeFile(`${path}.tmp`, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}

export function pathOf(dir: string, kid: string): string {
  return join(dir, kid + SUFFIX);
}
