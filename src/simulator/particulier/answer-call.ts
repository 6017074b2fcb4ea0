import type { Answer } from "./answer.ts";
import { answerCached } from "./cached.ts";
import type { Call } from "./call.ts";
import { checkCaller } from "./checks/authenticate.ts";
import type { Check } from "./checks/check.ts";
import { checkDuplicate, clearDuplicate } from "./checks/duplicate.ts";
import { checkLimits } from "./checks/limits.ts";
import { checkParameters } from "./checks/parameters.ts";
import { checkRecipient } from "./checks/recipient.ts";
import { checkScope } from "./checks/scope.ts";
import { isRecord } from "./citizen-token.ts";
import { maskByScope } from "./mask.ts";
import type { Platform } from "./platform.ts";
import { askProvider } from "./provider.ts";

/** In the platform's order: what stops a call earlier hides what would stop it later. */
const CHECKS: readonly Check[] = [checkLimits, checkCaller, checkScope, checkDuplicate, checkRecipient];

/** Takes one call through the checks to the provider, with whatever fault the dial or the person brings. */
export async function answerCall(call: Call, platform: Platform): Promise<Answer> {
  const atGate = platform.faults.atGate(call);
  if (atGate) return atGate;
  for (const check of CHECKS) {
    const refused = await check(call, platform);
    if (refused) return refused;
  }
  try {
    return checkParameters(call, platform) ?? (await answerAccepted(call, platform));
  } finally {
    clearDuplicate(call, platform);
  }
}

async function answerAccepted(call: Call, platform: Platform): Promise<Answer> {
  const failed = await platform.faults.atProvider(call);
  if (failed) return failed;
  const answer = answerCached(call, platform, () => askProvider(call, platform));
  return platform.faults.onAnswer(call, masked(answer, call, platform));
}

function masked(answer: Answer, { route, caller }: Call, platform: Platform): Answer {
  const { status, body } = answer;
  if (!platform.maskByScope || status !== 200 || !isRecord(body)) return answer;
  return { ...answer, body: { ...body, data: maskByScope(body.data, route.masks, caller?.scopes ?? []) } };
}
