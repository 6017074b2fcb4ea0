import { rm } from "node:fs/promises";
import { generateKey, generateKeys, type KeyOptions } from "./generate.ts";
import { type KeyState, pathOf, readKeyFiles, type StoredKey, writeKeyFile } from "./key-file.ts";
import { RETIRED_KEPT } from "./rotation.ts";

/** What a rotation did, by kid. */
export interface Rotation {
  readonly current: string;
  readonly next: string;
  readonly retired: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Turns the next key into the current one, makes a new next one, retires the former current one, and removes
 * retired ones that no token can name any more. Running processes follow within seconds; none needs a restart.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RotateEncKeys
 * @example
 * import { rotateKeys } from "passerelle";
 * const { current } = await rotateKeys("keys");
 */
export async function rotateKeys(dir: string, options: KeyOptions = {}): Promise<Rotation> {
  const { now = () => new Date() } = options;
  await generateKeys(dir, options);
  const before = await readKeyFiles(dir);
  const inState = (state: KeyState) => before.filter((key) => key.state === state);
  const promoted = inState("next")[0] as StoredKey;
  /** In this order a process stopped half-way leaves a folder where every published key still decrypts. */
  const next = await generateKey(dir, "next", options);
  await move(dir, promoted, "current", now());
  const retired = inState("current");
  for (const key of retired) await move(dir, key, "retired", now());
  const outdated = inState("retired").filter(
    (key) => now().getTime() - Date.parse(key.changedAt) > RETIRED_KEPT,
  );
  for (const key of outdated) await rm(pathOf(dir, key.jwk.kid));
  return {
    current: promoted.jwk.kid,
    next: next.jwk.kid,
    retired: retired.map(({ jwk }) => jwk.kid),
    removed: outdated.map(({ jwk }) => jwk.kid),
  };
}

function move(dir: string, key: StoredKey, state: KeyState, at: Date): Promise<void> {
  return writeKeyFile(dir, { ...key, state, changedAt: at.toISOString() });
}
