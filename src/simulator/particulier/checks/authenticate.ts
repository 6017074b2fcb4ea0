import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import { platformError } from "../errors.ts";
import { readHabilitation } from "../habilitation.ts";
import type { Platform } from "../platform.ts";
import { text } from "../query.ts";
import { authenticateCitizen } from "./authenticate-citizen.ts";

/** Who calls: the habilitation's JWT, or in FranceConnect mode the citizen's access token instead of it. */
export function checkCaller(call: Call, platform: Platform): Promise<Answer | undefined> {
  return call.mode === "france_connect"
    ? authenticateCitizen(call, platform)
    : authenticateHabilitation(call, platform);
}

async function authenticateHabilitation(call: Call, { now }: Platform): Promise<Answer | undefined> {
  // The query is the oldest of the three ways: the guide forbids it, the platform still reads it.
  const token = call.bearer ?? call.apiKey ?? text(call.query, "token");
  if (token === undefined) return platformError(401, "00101");
  const habilitation = await readHabilitation(token, now());
  if (typeof habilitation === "string") return platformError(401, habilitation);
  call.caller = { id: habilitation.jti, scopes: habilitation.scopes };
  return undefined;
}
