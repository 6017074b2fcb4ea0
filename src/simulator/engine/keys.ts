import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";

/** A private signing key with `kid`, `use` and `alg`. */
export type SigningKey = JWK & { readonly kid: string; readonly alg: string };

/**
 * New signing keys, one per algorithm. The end of `kid` changes with the key, so that a service which kept the keys
 * of an earlier run notices.
 */
export async function generateSigningKeys(
  algs: readonly string[],
  kid: (alg: string) => string,
): Promise<readonly SigningKey[]> {
  return Promise.all(
    algs
      .filter((alg) => !alg.startsWith("HS"))
      .map(async (alg) => {
        const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 });
        const jwk = await exportJWK(privateKey);
        const print = await calculateJwkThumbprint(jwk);
        return { ...jwk, kid: `${kid(alg)}:${print.slice(0, 8)}`, use: "sig", alg };
      }),
  );
}

const PRIVATE_MEMBERS = new Set(["d", "p", "q", "dp", "dq", "qi", "k"]);

/** The part of a key that may be published. */
export function publicJwk(key: JWK): JWK {
  return Object.fromEntries(Object.entries(key).filter(([member]) => !PRIVATE_MEMBERS.has(member)));
}
