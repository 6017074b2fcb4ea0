import type { Answer } from "../answer.ts";
import type { Call, Caller, Credentials } from "../call.ts";
import { platformError } from "../errors.ts";
import { readHabilitation } from "../habilitation.ts";
import type { Platform } from "../platform.ts";
import { text } from "../query.ts";
import { authenticateCitizen } from "./authenticate-citizen.ts";

/** Who calls: the habilitation's JWT, or in FranceConnect mode the citizen's access token instead of it. */
export async function checkCaller(call: Call, platform: Platform): Promise<Answer | undefined> {
  if (call.mode === "france_connect") return authenticateCitizen(call, platform);
  const caller = await authenticateHabilitation(call, platform);
  if ("status" in caller) return caller;
  call.caller = caller;
  return undefined;
}

/** The habilitation of a token, or why it is refused. */
export async function authenticateHabilitation(
  { bearer, apiKey, query }: Credentials,
  { now }: Platform,
): Promise<Caller | Answer> {
  // The query is the oldest of the three ways: the guide forbids it, the platform still reads it.
  const token = bearer ?? apiKey ?? text(query, "token");
  const habilitation = token === undefined ? "00101" : await readHabilitation(token, now());
  if (typeof habilitation === "string") return platformError(401, habilitation);
  return { id: habilitation.jti, scopes: habilitation.scopes };
}
