import type { AnswerContext, NoData } from "./answer.ts";
import type { Route } from "./route.ts";
import { citizenMessage } from "./wording.ts";

/** What can go wrong on our side of the wire, or on the wire: the outcome, and what to mend. */
const PROBLEMS = {
  recipient_invalid: [
    "invalid",
    "`recipient` must be the SIRET (14 digits) of the public body that receives the data: set COLLECTIVITE_SIRET, never the software vendor's number",
  ],
  version_unknown: ["invalid", "this route has no such version"],
  key_unknown: ["invalid", "`keys` names something this route never answers; see keysOf(route)"],
  designation_missing: ["invalid", "nothing designates the person in a way this route accepts"],
  identity_incomplete: ["invalid", "the identity lacks what this route requires"],
  birthdate_partial: [
    "invalid",
    "this route requires a full birth date, and the identity has a presumed or partial one",
  ],
  parameter_unknown: ["invalid", "`params` names something this route does not take"],
  parameter_missing: ["invalid", "a required parameter is missing from `params`"],
  parameter_invalid: ["invalid", "a parameter is not written as the platform requires"],
  token_missing: [
    "refused",
    "set API_PARTICULIER_TOKEN to the habilitation's token, or call with the citizen's access token",
  ],
  token_malformed: [
    "refused",
    "the token holds characters that no token has: copy it again, without spaces or line breaks",
  ],
  access_token_expired: [
    "refused",
    "FranceConnect's access token lives 60 seconds: make the call in the callback, or have the habilitation's token as well",
  ],
  identity_mismatch: [
    "unidentified",
    "the answer is about other people than the citizen: nothing of it was used",
  ],
  quota_wait: ["unavailable", "the allowed number of calls is used up: the wait would exceed the deadline"],
  provider_paused: ["unavailable", "the provider failed repeatedly and is left alone for a while"],
  deadline_exceeded: ["unavailable", "no answer within the deadline"],
  aborted: ["unavailable", "the caller gave up"],
  network_error: [
    "unavailable",
    "API Particulier could not be reached: check API_PARTICULIER_URL, the outgoing network and its proxy",
  ],
  redirect_refused: [
    "unavailable",
    "API_PARTICULIER_URL answers with a redirect, which is never followed with a token: correct the URL",
  ],
  body_too_large: [
    "unavailable",
    "the answer is larger than `maximumBodyBytes`: is API_PARTICULIER_URL right?",
  ],
  body_not_json: [
    "unavailable",
    "the answer is not JSON: is API_PARTICULIER_URL right, and is there a proxy in between?",
  ],
  body_unexpected: [
    "unavailable",
    "the answer is JSON, but not an answer of API Particulier: is API_PARTICULIER_URL right?",
  ],
  internal_error: ["unavailable", "a defect of this library: please report it with the code and the route"],
} as const satisfies Readonly<Record<string, readonly [NoData["outcome"], string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemDetails extends AnswerContext {
  /** What exactly, for the operator: parameter names, never their values. */
  readonly precisely?: string;
  readonly retryAfter?: number;
}

/** A problem as an answer. */
export function problem(route: Route, code: ProblemCode, details: ProblemDetails = {}): NoData {
  const [outcome, hint] = PROBLEMS[code];
  const { precisely, ...context } = details;
  return {
    ...context,
    outcome,
    code,
    citizenMessage: citizenMessage(outcome, route, { code, retryAfter: details.retryAfter }),
    operatorHint: precisely === undefined ? hint : `${hint} (${precisely})`,
  };
}
