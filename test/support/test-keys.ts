import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeys, type KeyAlg, type KeyRing, loadKeys } from "../../src/federation/index.ts";

/** A ring of fresh keys; its folder is gone again when it returns. */
export async function testKeys(alg: KeyAlg = "ECDH-ES"): Promise<KeyRing> {
  const dir = await mkdtemp(join(tmpdir(), "passerelle-keys-"));
  try {
    await generateKeys(dir, { algs: [alg] });
    return await loadKeys(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}
