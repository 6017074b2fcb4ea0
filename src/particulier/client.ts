import type { Answer, NoData } from "./answer.ts";
import type { ApiParticulier, RouteMethods } from "./api.ts";
import { baseUrlOf } from "./base-url.ts";
import { call } from "./call/call.ts";
import type { Context } from "./call/context.ts";
import { createProviders } from "./call/providers.ts";
import type { Habilitation } from "./habilitation.ts";
import { introspect } from "./introspect.ts";
import { createMetrics } from "./metrics.ts";
import { createObserver } from "./observer.ts";
import type { ApiParticulierOptions } from "./options.ts";
import { ping } from "./ping.ts";
import { createQuotas } from "./quotas/quotas.ts";
import type { ParticulierRequest } from "./request.ts";
import { isRouteName, ROUTE_NAMES, type RouteData, type RouteName } from "./routes.ts";

const DEADLINE_MS = 15_000;
const MAXIMUM_BODY_BYTES = 1024 * 1024;

/**
 * A client of API Particulier. Calls never throw: see `Answer`. Make one per outgoing address and derive the
 * others with `withHabilitation`, because the platform bans the address, not the collectivité.
 *
 * @throws ParticulierOptionsError when `url` is neither an environment nor a URL that is safe for a token
 * @see https://particulier.api.gouv.fr/developpeurs
 * @example
 * import { apiParticulier } from "passerelle";
 * const api = apiParticulier({ url: "staging", token, recipient: "21330063500017" });
 * const answer = await api.quotientFamilial({ identity, keys: ["quotient_familial"] });
 * if (answer.outcome === "found") console.log(answer.data.quotient_familial?.valeur);
 */
export function apiParticulier(options: ApiParticulierOptions): ApiParticulier {
  const metrics = options.metrics === undefined ? undefined : createMetrics(options.metrics);
  const observer = createObserver(options.logger, metrics);
  return clientOf({
    baseUrl: baseUrlOf(options.url),
    habilitation: options,
    deadline: options.deadline ?? DEADLINE_MS,
    maximumBodyBytes: options.maximumBodyBytes ?? MAXIMUM_BODY_BYTES,
    now: options.now ?? (() => new Date()),
    quotas: createQuotas(options.quotas, { redis: options.redis, onOutage: () => observer.redisOutage() }),
    providers: createProviders(options.breaker, (provider, open) => observer.breaker(provider, open)),
    observer,
  });
}

function clientOf(context: Context): ApiParticulier {
  // The table decides which data a route has; `call` cannot see that from the name.
  const asked = async <N extends RouteName>(name: N, request: ParticulierRequest) =>
    // A caller without types may name a route that does not exist, or nothing at all.
    (isRouteName(name) ? await call(context, name, request ?? {}) : routeUnknown) as Answer<RouteData<N>>;
  const methods = Object.fromEntries(
    ROUTE_NAMES.map((name) => [camelCase(name), (request: ParticulierRequest) => asked(name, request)]),
  ) as unknown as RouteMethods;
  return {
    ...methods,
    call: asked,
    withHabilitation: (habilitation: Habilitation) => clientOf({ ...context, habilitation }),
    ping: (name) => ping(context, name),
    introspect: () => introspect(context),
  };
}

const routeUnknown: NoData = {
  outcome: "invalid",
  code: "route_unknown",
  operatorHint: `there is no such route; there are ${ROUTE_NAMES.join(", ")}`,
};

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
}
