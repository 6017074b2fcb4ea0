export type FaultPlatform = "franceconnect" | "franceconnect-plus" | "proconnect" | "particulier";

/** What `/__simulator/faults` and `--list-faults` show of a fault. */
export interface FaultRow {
  /** Stable, unique; what `/__simulator/config` takes. */
  readonly name: string;
  readonly family: string;
  readonly platforms: readonly FaultPlatform[];
  readonly description: string;
  /** The hostile cases it plays: row of the OpenID, FAPI or SPID suites, or a case of ours. */
  readonly anchors?: string;
  /**
   * What a correct service does: `refuse` the login, `accept` it all the same, or `either` where both are safe.
   * Said of a service that has nothing of the provider's in its caches.
   */
  readonly expect: "refuse" | "accept" | "either";
}

export type Claims = Record<string, unknown>;

/** What a mutation may need to know. */
export interface TokenContext {
  readonly issuer: string;
  readonly clientId: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** Who signs: `platform` with the registered algorithm; the others are attacks. */
export type Signer =
  | "platform"
  | "stranger"
  | "client-secret"
  | "other-client-secret"
  | "empty-secret"
  | "public-key-as-secret"
  | "other-algorithm"
  | "none";

/** How the token is enveloped: `registered` as the client asked. */
export type Envelope =
  | "registered"
  | "none"
  | "stranger"
  | "unknown-kid"
  | "rsa1_5"
  | "dir"
  | "pbes2"
  | "zip-bomb"
  | "a128gcm"
  | "tampered"
  | "twice"
  | "large";

/** A change to one token, from the inside out. */
export interface TokenFault {
  readonly claims?: (claims: Claims, context: TokenContext) => unknown;
  readonly header?: (header: Claims, context: TokenContext) => Claims;
  readonly signer?: Signer;
  /** Applied to the compact JWS. */
  readonly tamper?: (jws: string) => string;
  readonly envelope?: Envelope;
}

/** A change to one HTTP answer. */
export interface AnswerFault {
  readonly json?: (body: Claims, context: TokenContext) => unknown;
  readonly delayMs?: number;
  /** `hang`: never answers; `drop`: closes the socket; `drip`: one byte a second. */
  readonly transport?: "hang" | "drop" | "drip";
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: () => string | Buffer;
}

export type Endpoint = "authorize" | "token" | "userinfo" | "jwks" | "discovery" | "logout" | "checktoken";

/** One row of the dial: what is changed, where. */
export interface Fault extends FaultRow {
  /** The address the browser is sent to with `code` or `error`. */
  readonly callback?: (url: URL, context: TokenContext) => void;
  /** The address the browser is sent to after logout. */
  readonly logoutReturn?: (url: URL) => void;
  readonly idToken?: TokenFault;
  readonly userinfo?: TokenFault;
  /** Claims of `checktoken`. */
  readonly introspection?: (claims: Claims) => Claims;
  readonly answers?: Partial<Record<Endpoint, AnswerFault>>;
  /** Seconds added to the platform's clock in every token. */
  readonly clockSkew?: number;
  /** Takes new, published keys into use just before signing. */
  readonly rotate?: true;
}

/** FranceConnect and FranceConnect+. */
export const CITIZEN_PLATFORMS = ["franceconnect", "franceconnect-plus"] as const;
/** The three OpenID providers. */
export const ALL_PROVIDERS = ["franceconnect", "franceconnect-plus", "proconnect"] as const;

/** The members a table row needs beside its mutation. */
export type FaultDraft = Omit<Fault, "family" | "platforms" | "expect"> &
  Partial<Pick<Fault, "platforms" | "expect">>;

/** A table of one family; platforms and expectation have defaults. */
export function family(
  name: string,
  platforms: readonly FaultPlatform[],
  rows: readonly FaultDraft[],
): readonly Fault[] {
  return rows.map((row) => ({ platforms, expect: "refuse", ...row, family: name }));
}
