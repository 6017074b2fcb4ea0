import { FederationError } from "../errors/federation-error.ts";
import type { Check } from "./check.ts";
import type { AnswerContext } from "./contexts.ts";

/** We ask for no compression: a compressed body is a mistake or a bomb. */
export const answerEncoding: Check<AnswerContext> = {
  name: "answer-encoding",
  run({ answer }) {
    const encoding = answer.headers["content-encoding"] ?? "identity";
    if (encoding !== "identity") throw new FederationError("provider_response_invalid");
  },
};
