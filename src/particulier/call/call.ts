import { z } from "zod";
import type { Answer, Found, NoData } from "../answer.ts";
import { checkIdentity } from "../identity/check.ts";
import { type ProblemCode, problem } from "../problems.ts";
import { driftOf } from "../read/drift.ts";
import { pick } from "../read/pick.ts";
import { type Failure, isFranceConnects, type Reading, type Success } from "../read/read.ts";
import type { ParticulierRequest } from "../request.ts";
import type { Route } from "../route.ts";
import { ROUTES, type RouteName } from "../routes.ts";
import { startDeadline } from "../transport/deadline.ts";
import { attempts } from "./attempts.ts";
import type { Context } from "./context.ts";
import { type Plan, plansFor } from "./plan.ts";

/** One call, from the request to the answer. It never rejects: even a defect of ours is an answer. */
export async function call(
  context: Context,
  name: RouteName,
  request: ParticulierRequest,
): Promise<Answer<unknown>> {
  const route: Route = ROUTES[name];
  const started = performance.now();
  let plan: Plan | undefined;
  let answer: Answer<unknown>;
  try {
    const plans = plansFor(name, route, request, context.habilitation, context.now());
    if ("outcome" in plans) answer = plans;
    else [answer, plan] = await follow(context, route, request, plans);
  } catch (error) {
    context.observer.defect(route, error);
    answer = problem(route, "internal_error");
  }
  const recipient = request.recipient ?? context.habilitation.recipient;
  context.observer.answered(route, plan, recipient, answer, performance.now() - started);
  return answer;
}

/** Follows the plans until one leads somewhere, all of them within one deadline. */
async function follow(
  context: Context,
  route: Route,
  request: ParticulierRequest,
  plans: readonly Plan[],
): Promise<[Answer<unknown>, Plan]> {
  const deadline = startDeadline(request.deadline ?? context.deadline, request.signal);
  try {
    for (const plan of plans) {
      const isLast = plan === plans.at(-1);
      const givesWay = (failure: Failure) => !isLast && opensAnotherWay(plan, failure);
      const reading = await attempts(context, route, plan, deadline, givesWay);
      const goesOn = reading.kind === "failure" && givesWay(reading) && deadline.left() > 0;
      if (!goesOn) return [conclude(route, request, reading), plan];
    }
  } finally {
    deadline.dispose();
  }
  throw new Error("a call was planned without a plan");
}

const TRY_THE_OTHER_MODE: ReadonlySet<number | ProblemCode> = new Set<number | ProblemCode>([
  400,
  401,
  403,
  422,
  429,
  "quota_wait",
]);

/** Whether the citizen's token is the obstacle, so that the habilitation's may pass. */
function opensAnotherWay(plan: Plan, failure: Failure): boolean {
  if (plan.mode !== "france_connect") return false;
  return TRY_THE_OTHER_MODE.has(failure.cause) || isFranceConnects(failure);
}

function conclude(route: Route, request: ParticulierRequest, reading: Reading): Answer<unknown> {
  return reading.kind === "failure" ? reading.answer : found(route, request, reading);
}

function found(
  route: Route,
  request: ParticulierRequest,
  { data, meta, context, cached }: Success,
): Found<unknown> | NoData {
  const identityCheck = checkIdentity(route, data, meta, request.citizen ?? request.identity);
  if (request.citizen !== undefined && identityCheck === "different") {
    return problem(route, "identity_mismatch", context);
  }
  const drift = driftOf(data, route);
  return {
    outcome: "found",
    ...context,
    provider: providerOf(route, data),
    data: request.keys === undefined ? data : pick(data, request.keys),
    ...(drift.length === 0 ? {} : { drift }),
    ...(identityCheck === undefined ? {} : { identityCheck }),
    ...(cached ? { cached } : {}),
  };
}

/** The quotient familial names its provider in its data; elsewhere there is one only. */
function providerOf(route: Route, data: Readonly<Record<string, unknown>>): string {
  const named = familyProvider.safeParse(data);
  return named.success ? named.data.quotient_familial.fournisseur : route.provider;
}

const familyProvider = z.object({ quotient_familial: z.object({ fournisseur: z.enum(["CNAF", "MSA"]) }) });
