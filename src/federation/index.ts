export type { Agent } from "./agent.ts";
export { type Citizen, type Identity, LEVELS, type Level, type Platform } from "./citizen.ts";
export type { ClientOptions, ProviderMetadata, TenantClients } from "./client.ts";
export type { FederationErrorCode } from "./errors/catalogue.ts";
export { type ErrorDetails, FederationError } from "./errors/federation-error.ts";
export type { WayOn } from "./errors/row.ts";
export { franceConnect } from "./france-connect.ts";
export { birthplaceCodes } from "./identity/birthplace-codes.ts";
export { birthplaceLabel } from "./identity/birthplace-label.ts";
export type { FieldMatch, MatchedField } from "./identity/match-field.ts";
export { type IdentityMatch, matchIdentity } from "./identity/match-identity.ts";
export { generateKeys, type KeyOptions } from "./keys/generate.ts";
export { KEY_ALGS, type KeyAlg, type KeyState, KeysError } from "./keys/key-file.ts";
export { type KeySummary, listKeys } from "./keys/list.ts";
export { loadKeys } from "./keys/load.ts";
export type { DecryptionKey, KeyRing } from "./keys/ring.ts";
export { type Rotation, rotateKeys } from "./keys/rotate.ts";
export { isAtLeast, parseLevel } from "./level.ts";
export type { Logger } from "./logger.ts";
export type {
  CommonOptions,
  FederationMiddleware,
  FranceConnect,
  FranceConnectOptions,
  Login,
  ProConnect,
  ProConnectOptions,
  ProviderStatus,
  ScopeContext,
  Tenant,
} from "./options.ts";
export {
  FranceConnectButton,
  type FranceConnectButtonProperties,
  franceConnectButton,
  ProConnectButton,
} from "./pages/buttons.tsx";
export { proConnect } from "./pro-connect.ts";
export type { SigningAlg } from "./profiles.ts";
export { type AgentRequest, requireAgent } from "./require-agent.ts";
export { type AtLeast, type CitizenRequest, requireLevel } from "./require-level.ts";
export { parseReturnTo } from "./return-to.ts";
export { csrfProtection, csrfToken } from "./session/csrf.ts";
export type { LinkedAccount } from "./session/federation-session.ts";
export { linkedAccounts } from "./session/linked-accounts.ts";
export { isSiret } from "./siret.ts";
