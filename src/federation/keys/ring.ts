import type { CryptoKey, JWK } from "jose";

/** The service's own decryption keys, as the flow reads them. */
export interface KeyRing {
  /** What `/.well-known/jwks.json` serves: public members only, the key to use first. */
  published(): { readonly keys: readonly JWK[] };
  /** Seconds. */
  readonly maxAge: number;
  /** The private key named by a JWE, however old, as long as it is kept. */
  find(kid: string): Promise<DecryptionKey | undefined>;
  /** All that are kept: a JWE that names no key is decrypted only where there is exactly one. */
  all(): readonly DecryptionKey[];
  /** What an operator should do about the keys' age; empty when nothing. */
  warnings(): readonly string[];
}

export interface DecryptionKey {
  readonly kid: string;
  readonly alg: string;
  readonly key: CryptoKey;
}
