import type { Scope } from "./route.ts";
import { ROUTES, type RouteName } from "./routes.ts";

export interface NeededScopes {
  /** What the habilitation's token must carry. */
  readonly apiParticulier: readonly string[];
  /** What to ask FranceConnect for. */
  readonly franceConnect: readonly string[];
  /** Keys that no FranceConnect token unmasks: they need the habilitation's token. */
  readonly withoutFranceConnect: readonly string[];
}

/**
 * The least scopes that unmask these keys (paths as in `keysOf`); all of the route's where no key is named.
 * A key inside a list or an object needs its container's scope as well.
 *
 * @see https://particulier.api.gouv.fr/developpeurs
 * @example
 * import { scopesFor } from "passerelle";
 * scopesFor("quotient-familial", ["quotient_familial.valeur"]).franceConnect; // ["cnaf_quotient_familial"]
 */
export function scopesFor(name: RouteName, keys?: readonly string[]): NeededScopes {
  const route = ROUTES[name];
  const scopes: readonly Scope[] = route.scopes;
  const inFranceConnectMode = Object.values(route.versions).some(
    (version) => "france_connect" in version.modes,
  );
  const needed =
    keys === undefined ? scopes : scopes.filter((scope) => keys.some((key) => concerns(scope, key)));
  const carried = (scope: Scope) => inFranceConnectMode && scope.franceConnect;
  const asked = keys ?? scopes.flatMap((scope) => scope.keys);
  return {
    apiParticulier: needed.map((scope) => scope.name),
    franceConnect: needed.filter(carried).map((scope) => scope.name),
    withoutFranceConnect: asked.filter((key) =>
      scopes.some((scope) => concerns(scope, key) && !carried(scope)),
    ),
  };
}

function concerns(scope: Scope, key: string): boolean {
  return scope.keys.some((path) => isInside(key, path) || isInside(path, key));
}

function isInside(path: string, container: string): boolean {
  return path === container || path.startsWith(`${container}.`);
}
