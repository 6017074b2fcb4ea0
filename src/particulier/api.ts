import type { Answer } from "./answer.ts";
import type { Habilitation } from "./habilitation.ts";
import type { Introspection } from "./introspect.ts";
import type { PingState } from "./ping.ts";
import type { ParticulierRequest } from "./request.ts";
import type { RouteData, RouteName } from "./routes.ts";

/** `quotient-familial` → `quotientFamilial`. */
type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** One method per route, each with its own data. */
export type RouteMethods = {
  readonly [N in RouteName as Camel<N>]: (request: ParticulierRequest) => Promise<Answer<RouteData<N>>>;
};

/** The client of API Particulier. Nothing here throws or rejects: an answer is a value. */
export interface ApiParticulier extends RouteMethods {
  call<N extends RouteName>(route: N, request: ParticulierRequest): Promise<Answer<RouteData<N>>>;
  /** Another collectivité's client, behind the same quotas, breakers and metrics. */
  withHabilitation(habilitation: Habilitation): ApiParticulier;
  /** The state of a route's provider, as the platform sees it. Needs no token and counts in no quota. */
  ping(route: RouteName): Promise<PingState>;
  /** What the platform knows of the habilitation's token. */
  introspect(): Promise<Answer<Introspection>>;
}
