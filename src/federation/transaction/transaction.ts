import type { Level } from "../citizen.ts";
import type { Client } from "../client.ts";

/** One login under way: kept on the server, found by its `state`, bound to one browser. */
export interface Transaction {
  readonly state: string;
  readonly nonce: string;
  /** PKCE, where the provider takes it. */
  readonly codeVerifier?: string;
  readonly platform: Client["profile"]["platform"];
  readonly tenant?: string;
  /** The level asked; absent at ProConnect. */
  readonly level?: Level;
  /** Values accepted exactly, at ProConnect. */
  readonly acrValues?: readonly string[];
  readonly scopes: readonly string[];
  readonly returnTo: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Digest of the login cookie. */
  readonly browser: string;
  readonly isUsed?: true;
}

/** How long a citizen may take at the provider. @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7 */
export const TRANSACTION_LASTS = 10 * 60_000;

/** Tabs of one browser that may be logging in at once; the oldest gives way. */
export const MOST_PENDING = 40;
