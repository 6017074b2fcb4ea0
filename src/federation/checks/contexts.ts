import type { Citizen } from "../citizen.ts";
import type { Client, ProviderMetadata } from "../client.ts";
import type { JsonObject } from "../http/json.ts";
import type { ProviderAnswer } from "../http/transport.ts";
import type { KeySet } from "../provider/key-set.ts";
import type { FederationSession } from "../session/federation-session.ts";
import type { Transaction } from "../transaction/transaction.ts";

/** Discovery's answer. */
export interface MetadataContext {
  readonly issuer: string;
  readonly metadata: JsonObject;
}

/** Any answer of a provider, before its body is read. */
export interface AnswerContext {
  readonly answer: ProviderAnswer;
  /** Statuses whose body is meant for us. */
  readonly accepted: readonly number[];
}

/** A browser that comes back. */
export interface CallbackContext {
  readonly parameters: URLSearchParams;
  readonly transaction: Transaction | undefined;
  /** The digest of the login cookie. */
  readonly browser: string | undefined;
  readonly platform: Client["profile"]["platform"];
  readonly client: Client | undefined;
  readonly tenant: string | undefined;
  /** Another request is exchanging this very state right now. */
  readonly isClaimed: boolean;
  readonly metadata: ProviderMetadata | undefined;
  readonly now: Date;
}

/** UserInfo's answer, before its body is read. */
export interface MediaTypeContext {
  readonly answer: ProviderAnswer;
}

export interface TokenResponseContext {
  readonly response: JsonObject;
}

/** An encrypted or signed token as it came, before any key is used. */
export interface EnvelopeContext {
  readonly client: Client;
  readonly isEncrypted: boolean;
  /** The JWE's protected header; undefined where the token is not encrypted. */
  readonly header: JsonObject | undefined;
}

/** A signed token: nothing in `header` and `payload` may be trusted before every check has passed. */
export interface TokenContext {
  readonly part: "id_token" | "userinfo";
  readonly jws: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly client: Client;
  /** The provider's. */
  readonly keys: KeySet;
  readonly transaction: Transaction;
  readonly now: Date;
  readonly accessToken: string;
  readonly signal: AbortSignal;
}

/** UserInfo's token, next to the ID token that passed its own checks. */
export interface UserInfoContext extends TokenContext {
  /** The ID token's. */
  readonly subject: unknown;
}

export interface IdentityContext {
  readonly claims: JsonObject;
}

/** A citizen who passed everything, about to enter a session that may have another in it. */
export interface SessionContext {
  readonly previous: FederationSession | undefined;
  readonly citizen: Citizen;
  readonly transaction: Transaction;
}
