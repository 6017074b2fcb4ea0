/** eIDAS levels, lowest first: the order is the rank. */
export const LEVELS = ["eidas1", "eidas2", "eidas3"] as const;
export type Level = (typeof LEVELS)[number];

/** The two doors a citizen comes through. They are two issuers; one person's `sub` may differ between them. */
export type Platform = "franceconnect" | "franceconnect-plus";

/**
 * The identité pivot, normalised. An absent key means that the provider did not give the claim:
 * births abroad have no `birthplace`, European citizens neither `birthcountry` nor `email`.
 * `birthdate` is `YYYY-MM-DD`, where a presumed day or month stays `00`.
 */
export interface Identity {
  readonly givenNames: readonly string[];
  readonly familyName: string;
  /** Nom d'usage. */
  readonly preferredUsername?: string;
  readonly gender?: "male" | "female" | "unspecified";
  readonly birthdate: string;
  /** INSEE COG code of the commune at birth, 5 characters. */
  readonly birthplace?: string;
  /** INSEE COG code of the country, 5 digits; France is `99100`. */
  readonly birthcountry?: string;
  readonly email?: string;
}

/** Who is in front of us, and how sure we are. The key is (`platform`, `sub`), never the e-mail. */
export interface Citizen<L extends Level = Level> {
  readonly platform: Platform;
  readonly level: L;
  readonly sub: string;
  readonly amr: readonly string[];
  /** ISO 8601, UTC. */
  readonly authenticatedAt: string;
  readonly identity: Identity;
}
