import { type Answer, PLAIN_JSON } from "./answer.ts";
import type { Credentials } from "./call.ts";
import { authenticateHabilitation } from "./checks/authenticate.ts";
import type { Platform } from "./platform.ts";

/** What a habilitation's token is worth: its identifier and its scopes. */
export async function introspect(credentials: Credentials, platform: Platform): Promise<Answer> {
  const caller = await authenticateHabilitation(credentials, platform);
  if ("status" in caller) return caller;
  const body = { _id: caller.id, name: "", scopes: caller.scopes };
  return { status: 200, headers: { "Content-Type": PLAIN_JSON }, body };
}
