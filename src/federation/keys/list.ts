import { type KeyAlg, type KeyState, readKeyFiles } from "./key-file.ts";

/** A key as it may be shown: nothing private. */
export interface KeySummary {
  readonly kid: string;
  readonly alg: KeyAlg;
  readonly use: "enc";
  readonly state: KeyState;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/**
 * The keys of a folder, newest first; empty where the folder does not exist.
 *
 * @throws KeysError when a file is not a key
 * @see https://www.rfc-editor.org/rfc/rfc7517#section-4
 * @example
 * import { listKeys } from "passerelle";
 * const current = (await listKeys("keys")).find((key) => key.state === "current");
 */
export async function listKeys(dir: string): Promise<readonly KeySummary[]> {
  const keys = await readKeyFiles(dir);
  return keys.map(({ jwk: { kid, alg }, state, createdAt, changedAt }) => ({
    kid,
    alg,
    use: "enc",
    state,
    createdAt,
    changedAt,
  }));
}
