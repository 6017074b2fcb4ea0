export type { Answer, AnswerContext, Found, IdentityCheck, NoData, Outcome } from "./answer.ts";
export type { ApiParticulier, RouteMethods } from "./api.ts";
export { ParticulierOptionsError } from "./base-url.ts";
export { apiParticulier } from "./client.ts";
export type { Habilitation } from "./habilitation.ts";
export { citizenAmong, type Person } from "./identity/citizen-among.ts";
export type { Introspection } from "./introspect.ts";
export { keysOf } from "./keys.ts";
export type { ApiParticulierOptions, BreakerOptions, Logger, QuotaOptions, RedisLike } from "./options.ts";
export type { PingState } from "./ping.ts";
export type { ParticulierRequest } from "./request.ts";
export type { Mode, Parameter, Route, Scope, Version } from "./route.ts";
export type { FamilyMember, PostalAddress } from "./routes/people.ts";
export { isRouteName, ROUTE_NAMES, ROUTES, type RouteData, type RouteName } from "./routes.ts";
export { type NeededScopes, scopesFor } from "./scopes.ts";
export {
  isAllowed,
  type Standing,
  standingOf,
  USE_CASES,
  type UseCase,
  type UseCaseId,
} from "./use-cases.ts";
