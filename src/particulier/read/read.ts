import { z } from "zod";
import type { AnswerContext, NoData } from "../answer.ts";
import type { Plan } from "../call/plan.ts";
import { type ProblemCode, type ProblemDetails, problem } from "../problems.ts";
import type { Route } from "../route.ts";
import { parseJson } from "../transport/json.ts";
import type { Exchange, ResponseHeaders } from "../transport/send.ts";
import { citizenMessage } from "../wording.ts";
import { type ErrorBody, readErrorBody } from "./error-body.ts";
import { hintFor } from "./hints.ts";
import { outcomeOf } from "./outcome.ts";
import { retryAfterOf } from "./retry-after.ts";

/** One exchange, understood: data, or the answer to give if it is not tried again. */
export type Reading = Success | Failure;

export interface Success {
  readonly kind: "success";
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly context: AnswerContext;
  readonly cached: boolean;
  readonly headers: ResponseHeaders;
}

export interface Failure {
  readonly kind: "failure";
  readonly answer: NoData;
  /** What the retry rules are looked up by. */
  readonly cause: number | ProblemCode;
  /** Seconds to wait before another try, as the platform said. */
  readonly after?: number;
  readonly headers?: ResponseHeaders;
}

const record = z.record(z.string(), z.unknown());
const dataEnvelope = z.object({ data: record, meta: record.optional().catch(undefined) });
const EMPTY: ErrorBody = {};

/** The content type is not looked at: the platform says `application/vnd.api+json` here and `application/json` there. */
export function read(exchange: Exchange, route: Route, plan: Plan, now: Date): Reading {
  if ("failure" in exchange) return failure(route, exchange.failure);
  const { status, headers, body } = exchange;
  const context = contextOf(status, headers);
  const json = parseJson(body);
  const success = status === 200 ? dataEnvelope.safeParse(json) : undefined;
  if (success?.success) {
    const cached = headers.get("x-response-cached") === "true";
    const { data, meta = {} } = success.data;
    return { kind: "success", data, meta, context, cached, headers };
  }
  const error = readErrorBody(json);
  // Without the platform's own body, a 200 holds nothing and a 404 is only a wrong address.
  if (status < 300 || (status === 404 && error === undefined)) {
    const code = json === undefined ? "body_not_json" : "body_unexpected";
    return failure(
      route,
      code,
      { ...context, ...(error?.detail === undefined ? {} : { detail: error.detail }) },
      headers,
    );
  }
  return platformFailure(status, error ?? EMPTY, context, headers, route, plan, now);
}

function platformFailure(
  status: number,
  error: ErrorBody,
  context: AnswerContext,
  headers: ResponseHeaders,
  route: Route,
  plan: Plan,
  now: Date,
): Failure {
  const outcome = outcomeOf(status, error);
  const { code, detail, provider, retryIn } = error;
  const after = retryAfterOf(headers, now) ?? retryIn;
  const retryAfter =
    outcome === "unavailable" && after !== undefined ? Math.max(1, Math.ceil(after)) : undefined;
  return {
    kind: "failure",
    cause: status,
    headers,
    ...(after === undefined ? {} : { after }),
    answer: {
      outcome,
      ...context,
      ...(code === undefined ? {} : { code }),
      ...(detail === undefined ? {} : { detail }),
      ...(provider === undefined ? {} : { provider }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
      citizenMessage: citizenMessage(outcome, route, { code, retryAfter }),
      operatorHint: hintFor(status, route, plan.mode, error),
    },
  };
}

/** A problem of ours or of the wire, as a reading. */
export function failure(
  route: Route,
  cause: ProblemCode,
  details: ProblemDetails = {},
  headers?: ResponseHeaders,
): Failure {
  const answer = problem(route, cause, details);
  return { kind: "failure", answer, cause, ...(headers === undefined ? {} : { headers }) };
}

const FRANCECONNECT_CODE = /^51\d{3}$/;

/** Whether it was FranceConnect that failed the platform: the provider has no part in it. */
export function isFranceConnects({ answer }: Failure): boolean {
  return FRANCECONNECT_CODE.test(answer.code ?? "");
}

const REQUEST_ID = /^[\w.:-]{1,100}$/;

function contextOf(status: number, headers: ResponseHeaders): AnswerContext {
  const requestId = headers.get("x-request-id") ?? "";
  return { status, ...(REQUEST_ID.test(requestId) ? { requestId } : {}) };
}
