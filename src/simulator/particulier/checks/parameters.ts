import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import { platformError } from "../errors.ts";
import type { Platform } from "../platform.ts";
import { RULES } from "../rules/rules.ts";

/** The route's own rules, in the platform's order: the first that fails answers alone. */
export function checkParameters(call: Call, { now }: Platform): Answer | undefined {
  for (const name of call.route.rules[call.mode] ?? []) {
    const code = RULES[name](call.parameters, now());
    if (code) return platformError(422, code);
  }
  return undefined;
}
