import type { Citizen, Platform } from "../citizen.ts";
import type { JsonObject } from "../http/json.ts";
import { parseLevel } from "../level.ts";
import { textsOf } from "./build-agent.ts";
import { normaliseIdentity } from "./normalise.ts";

/** The citizen of a login whose every check has passed. */
export function buildCitizen(
  platform: Platform,
  idToken: JsonObject,
  claims: JsonObject,
  authenticatedAt: string,
): Citizen {
  return {
    platform,
    level: parseLevel(idToken.acr) ?? "eidas1",
    sub: String(idToken.sub),
    amr: textsOf(idToken.amr),
    authenticatedAt,
    identity: normaliseIdentity(claims),
  };
}
