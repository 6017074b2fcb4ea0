import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { AnswerContext } from "./contexts.ts";

/** Only the answers meant for us are read: a redirect is not followed, and is not an answer. */
export const answerStatus: Check<AnswerContext> = {
  name: "answer-status",
  run({ answer, accepted }) {
    if (accepted.includes(answer.status)) return;
    const isOverloaded = answer.status === 429 || answer.status >= 500;
    throw new FederationError(isOverloaded ? "provider_unavailable" : "provider_response_invalid");
  },
};
