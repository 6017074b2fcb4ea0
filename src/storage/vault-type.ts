/** Anything `JSON.stringify` keeps unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Encrypts what is personal, names people without naming them, and signs.
 * A context says where a sealed value belongs (collectivité, table, column, row): it opens nowhere else.
 */
export interface Vault {
  /** Encrypts JSON as a compact JWE (`dir`, `A256GCM`). */
  seal(value: unknown, context: string): Promise<string>;
  /** Opens what {@link Vault.seal} made; rejects with `key_unknown` or `seal_broken`. */
  open(sealed: string, context: string): Promise<unknown>;
  /** A keyed one-way name, 43 characters: the same parts always give the same one. */
  pseudonym(parts: readonly string[]): string;
  /** The same under every key, the current one first: what to look for after a rotation. */
  pseudonyms(parts: readonly string[]): readonly string[];
  /** A keyed signature (HMAC-SHA-256) of a text. */
  sign(text: string): string;
  /** Whether {@link Vault.sign} made it, under any of the keys. */
  verify(text: string, signature: string): boolean;
}
