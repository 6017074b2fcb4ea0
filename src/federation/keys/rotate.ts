import { rm } from "node:fs/promises";
import { generateKey, generateKeys, type KeyOptions } from "./generate.ts";
import { type KeyState, pathOf, readKeyFiles, type StoredKey, writeKeyFile } from "./key-file.ts";
import { RETIRED_KEPT } from "./rotation.ts";

/** What a rotation did, by kid. */
export interface Rotation {
  readonly current: readonly string[];
  readonly next: readonly string[];
  readonly retired: readonly string[];
  readonly removed: readonly string[];
}

/**
 * For every algorithm of the folder: the next key becomes the current one, a new next one is made, the former
 * current one retires. Retired ones that no token can name any more are removed. Running processes follow within
 * seconds; none needs a restart.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RotateEncKeys
 * @example
 * import { rotateKeys } from "passerelle";
 * const { current } = await rotateKeys("keys");
 */
export async function rotateKeys(dir: string, options: KeyOptions = {}): Promise<Rotation> {
  const { now = () => new Date() } = options;
  const found = new Set((await readKeyFiles(dir)).map(({ jwk }) => jwk.alg));
  await generateKeys(dir, found.size > 0 ? { ...options, algs: [...found] } : options);
  const before = await readKeyFiles(dir);
  const inState = (state: KeyState) => before.filter((key) => key.state === state);
  const [promoted, retired] = [inState("next"), inState("current")];
  const outdated = inState("retired").filter(
    (key) => now().getTime() - Date.parse(key.changedAt) > RETIRED_KEPT,
  );
  /** In this order a process stopped half-way leaves a folder where every published key still decrypts. */
  const next: StoredKey[] = [];
  for (const { jwk } of promoted) next.push(await generateKey(dir, { alg: jwk.alg, state: "next" }, options));
  for (const key of promoted) await move(dir, key, "current", now());
  for (const key of retired) await move(dir, key, "retired", now());
  for (const key of outdated) await rm(pathOf(dir, key.jwk.kid));
  return { current: kids(promoted), next: kids(next), retired: kids(retired), removed: kids(outdated) };
}

function kids(keys: readonly StoredKey[]): readonly string[] {
  return keys.map(({ jwk }) => jwk.kid);
}

function move(dir: string, key: StoredKey, state: KeyState, at: Date): Promise<void> {
  return writeKeyFile(dir, { ...key, state, changedAt: at.toISOString() });
}
