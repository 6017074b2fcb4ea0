export type { Agent } from "./agent.ts";
export { type Citizen, type Identity, LEVELS, type Level, type Platform } from "./citizen.ts";
export type { ClientOptions, ProviderMetadata, TenantClients } from "./client.ts";
export type { FederationErrorCode } from "./errors/catalogue.ts";
export { type ErrorDetails, FederationError } from "./errors/federation-error.ts";
export type { WayOn } from "./errors/row.ts";
export type { DecryptionKey, KeyRing } from "./keys/ring.ts";
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
export type { SigningAlg } from "./profiles.ts";
export { parseReturnTo } from "./return-to.ts";
