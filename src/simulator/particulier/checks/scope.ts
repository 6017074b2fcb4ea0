import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import { platformError } from "../errors.ts";

/** 403 only when not one scope of the endpoint is there; with one of them the others' keys are left out. */
export function checkScope({ route, caller }: Call): Answer | undefined {
  const allowed = route.scopes.some((scope) => caller?.scopes.includes(scope));
  return allowed ? undefined : platformError(403, "00100");
}
