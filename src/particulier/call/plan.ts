import { isSiret } from "../../federation/index.ts";
import type { NoData } from "../answer.ts";
import type { Habilitation } from "../habilitation.ts";
import { keysOf } from "../keys.ts";
import { problem } from "../problems.ts";
import type { ParticulierRequest } from "../request.ts";
import type { Mode, Route, Version } from "../route.ts";
import type { RouteName } from "../routes.ts";
import { scopesFor } from "../scopes.ts";
import { queryOf } from "./parameters.ts";

/** One way to make the call, ready to be sent. */
export interface Plan {
  readonly mode: Mode;
  readonly version: Version;
  /** From the base URL, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string;
  readonly recipient: string;
  /** Milliseconds for which the token still lives, where that is known. */
  readonly livesFor?: number;
}

/** FranceConnect's access token. @see https://docs.partenaires.franceconnect.gouv.fr */
const ACCESS_TOKEN_LIVES_MS = 60_000;
/** Below this the token would expire on the way. */
const LEAST_LIFE_MS = 2_000;

/**
 * The ways this call can be made, best first; or why there is none. The citizen's token comes first while it is
 * young, because it needs no habilitation; after it, or for keys it cannot unmask, the habilitation's.
 */
export function plansFor(
  name: RouteName,
  route: Route,
  request: ParticulierRequest,
  habilitation: Habilitation,
  now: Date,
): readonly Plan[] | NoData {
  const recipient = request.recipient ?? habilitation.recipient;
  if (!isSiret(recipient)) return problem(route, "recipient_invalid");
  const version = request.version ?? route.version;
  const row = route.versions[version];
  if (row === undefined) {
    return problem(route, "version_unknown", {
      precisely: `it has ${Object.keys(route.versions).join(", ")}`,
    });
  }
  const unknownKeys = request.keys?.filter((key) => !keysOf(name).includes(key)) ?? [];
  if (unknownKeys.length > 0) return problem(route, "key_unknown", { precisely: unknownKeys.join(", ") });

  const plans: Plan[] = [];
  let obstacle: NoData | undefined;
  for (const mode of modesFor(name, request)) {
    const parameters = row.modes[mode];
    if (parameters === undefined) continue;
    const token = tokenFor(mode, route, request, habilitation, now);
    const query = typeof token === "string" ? queryOf(route, mode, parameters, request) : token;
    if (typeof token !== "string" || !(query instanceof URLSearchParams)) {
      obstacle ??= query instanceof URLSearchParams ? undefined : query;
      continue;
    }
    query.append("recipient", recipient);
    const life = mode === "france_connect" ? lifeOf(request, now) : undefined;
    plans.push({
      mode,
      version,
      path: `/${version}/${route.resource}/${mode}?${query}`,
      headers: wantsFresh(route, request) ? { "cache-control": "no-cache" } : {},
      token,
      recipient,
      ...(life === undefined ? {} : { livesFor: life }),
    });
  }
  return plans.length > 0 ? plans : (obstacle ?? nothingDesignates(route, version));
}

function modesFor(name: RouteName, request: ParticulierRequest): readonly Mode[] {
  const { identity, accessToken, ine, identifiant, keys } = request;
  const both = identity !== undefined && accessToken !== undefined;
  const masked = both && keys !== undefined && scopesFor(name, keys).withoutFranceConnect.length > 0;
  const franceConnect: Mode[] = accessToken === undefined ? [] : ["france_connect"];
  const identite: Mode[] = identity === undefined ? [] : ["identite"];
  return [
    ...(ine === undefined ? [] : (["ine"] as const)),
    ...(identifiant === undefined ? [] : (["identifiant"] as const)),
    ...(masked ? [...identite, ...franceConnect] : [...franceConnect, ...identite]),
  ];
}

/** The header is built from it: a line break would be a second header. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;

function tokenFor(
  mode: Mode,
  route: Route,
  request: ParticulierRequest,
  habilitation: Habilitation,
  now: Date,
): string | NoData {
  const token = mode === "france_connect" ? request.accessToken : habilitation.token;
  if (token === undefined || token === "") return problem(route, "token_missing");
  if (!TOKEN.test(token)) return problem(route, "token_malformed");
  const life = mode === "france_connect" ? lifeOf(request, now) : undefined;
  return life !== undefined && life < LEAST_LIFE_MS ? problem(route, "access_token_expired") : token;
}

function lifeOf(request: ParticulierRequest, now: Date): number | undefined {
  if (request.issuedAt === undefined) return undefined;
  const age = now.getTime() - new Date(request.issuedAt).getTime();
  // A clock that runs behind must not give the token more life than it ever had.
  return Number.isNaN(age) ? undefined : Math.min(ACCESS_TOKEN_LIVES_MS, ACCESS_TOKEN_LIVES_MS - age);
}

/** The platform's cache key of the quotient familial leaves the month out. */
function wantsFresh(route: Route, request: ParticulierRequest): boolean {
  const { annee, mois } = request.params ?? {};
  return route.cacheSeconds > 0 && (request.fresh === true || annee !== undefined || mois !== undefined);
}

const DESIGNATED_BY: Readonly<Record<Mode, string>> = {
  identite: "`identity`, with the habilitation's token",
  france_connect: "`accessToken`",
  ine: "`ine`, with the habilitation's token",
  identifiant: "`identifiant`, with the habilitation's token",
};

function nothingDesignates(route: Route, version: Version): NoData {
  const modes = Object.keys(route.versions[version]?.modes ?? {}) as Mode[];
  return problem(route, "designation_missing", {
    precisely: `it accepts ${modes.map((mode) => DESIGNATED_BY[mode]).join(", or ")}`,
  });
}
