import { agentComplete } from "./agent-complete.ts";
import { answerEncoding } from "./answer-encoding.ts";
import { answerStatus } from "./answer-status.ts";
import { callbackCode } from "./callback-code.ts";
import { callbackHasNoError } from "./callback-error.ts";
import { callbackIssuer } from "./callback-issuer.ts";
import { callbackParameters } from "./callback-parameters.ts";
import { callbackState } from "./callback-state.ts";
import type { Check } from "./check.ts";
import type * as contexts from "./contexts.ts";
import { envelopeAlgorithms } from "./envelope-algorithms.ts";
import { envelopeCompression } from "./envelope-compression.ts";
import { envelopeEncrypted } from "./envelope-encrypted.ts";
import { identityComplete } from "./identity-complete.ts";
import { identityFormats } from "./identity-formats.ts";
import { metadataEndpoints } from "./metadata-endpoints.ts";
import { metadataIssuer } from "./metadata-issuer.ts";
import { samePerson } from "./same-person.ts";
import { tokenAcrValues } from "./token-acr-values.ts";
import { tokenAudience } from "./token-audience.ts";
import { tokenAuthTime } from "./token-auth-time.ts";
import { tokenAuthorizedParty } from "./token-authorized-party.ts";
import { tokenExpiry } from "./token-expiry.ts";
import { tokenHash } from "./token-hash.ts";
import { tokenIssuedAt } from "./token-issued-at.ts";
import { tokenIssuer } from "./token-issuer.ts";
import { tokenLevel } from "./token-level.ts";
import { tokenNonce } from "./token-nonce.ts";
import { tokenNotBefore } from "./token-not-before.ts";
import { tokenResponseMembers, tokenResponseType } from "./token-response.ts";
import { tokenSignature } from "./token-signature.ts";
import { tokenSubject } from "./token-subject.ts";
import { transactionAge } from "./transaction-age.ts";
import { transactionBrowser } from "./transaction-browser.ts";
import { transactionKnown } from "./transaction-known.ts";
import { transactionPlatform } from "./transaction-platform.ts";
import { transactionTenant } from "./transaction-tenant.ts";
import { transactionUnused } from "./transaction-unused.ts";
import { userinfoExpiry } from "./userinfo-expiry.ts";
import { userinfoIssuedAt } from "./userinfo-issued-at.ts";
import { userinfoMediaType } from "./userinfo-media-type.ts";
import { userinfoSubject } from "./userinfo-subject.ts";

/** All that a login must satisfy, stage by stage, in the order in which it is looked at. */
export interface Checks {
  readonly metadata: readonly Check<contexts.MetadataContext>[];
  readonly answer: readonly Check<contexts.AnswerContext>[];
  readonly callback: readonly Check<contexts.CallbackContext>[];
  readonly tokenResponse: readonly Check<contexts.TokenResponseContext>[];
  readonly envelope: readonly Check<contexts.EnvelopeContext>[];
  readonly idToken: readonly Check<contexts.TokenContext>[];
  readonly userinfoAnswer: readonly Check<contexts.MediaTypeContext>[];
  readonly userinfo: readonly Check<contexts.UserInfoContext>[];
  readonly identity: readonly Check<contexts.IdentityContext>[];
  readonly session: readonly Check<contexts.SessionContext>[];
}

const SHARED = {
  metadata: [metadataIssuer, metadataEndpoints],
  answer: [answerStatus, answerEncoding],
  callback: [
    callbackParameters,
    callbackState,
    transactionKnown,
    transactionBrowser,
    transactionUnused,
    transactionAge,
    transactionPlatform,
    transactionTenant,
    callbackIssuer,
    callbackHasNoError,
    callbackCode,
  ],
  tokenResponse: [tokenResponseMembers, tokenResponseType],
  envelope: [envelopeEncrypted, envelopeAlgorithms, envelopeCompression],
  userinfoAnswer: [userinfoMediaType],
  userinfo: [
    tokenSignature,
    tokenIssuer,
    tokenAudience,
    userinfoExpiry,
    userinfoIssuedAt,
    tokenNotBefore,
    userinfoSubject,
  ],
} as const satisfies Partial<Checks>;

const ID_TOKEN = [
  tokenSignature,
  tokenIssuer,
  tokenSubject,
  tokenAudience,
  tokenAuthorizedParty,
  tokenExpiry,
  tokenIssuedAt,
  tokenNotBefore,
  tokenAuthTime,
  tokenNonce,
  tokenHash,
] as const;

/** FranceConnect and FranceConnect+. */
export const CITIZEN_CHECKS: Checks = {
  ...SHARED,
  idToken: [...ID_TOKEN, tokenLevel],
  identity: [identityComplete, identityFormats],
  session: [samePerson],
};

/** ProConnect. */
export const AGENT_CHECKS: Checks = {
  ...SHARED,
  idToken: [...ID_TOKEN, tokenAcrValues],
  identity: [agentComplete],
  session: [],
};
