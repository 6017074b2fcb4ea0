import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Agent } from "./agent.ts";
import { FederationError } from "./errors/federation-error.ts";
import { answerFailure } from "./flow/answer-failure.ts";
import { isNavigation, presentAddress, seenBy } from "./flow/guard.ts";

/** A request behind `requireAgent`: the agent is there. */
export type AgentRequest = Request & { agent: Agent };

type AgentHandler = (
  req: AgentRequest,
  res: Response,
  next: NextFunction,
) => void | Promise<void> | Response | Promise<Response>;

/**
 * Lets agents pass whom `authorize` accepted at their login. A browser that opens a page is sent to log in;
 * anything else is answered 401.
 *
 * @param handler runs behind the guard, with `req.agent` typed as present
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/restriction_acces
 * @example
 * import { requireAgent } from "passerelle";
 * app.get("/agent/bureau", requireAgent((req, res) => {
 *   res.send(req.agent.siret);
 * }));
 */
export function requireAgent(handler?: AgentHandler): RequestHandler {
  return (req, res, next) => {
    if (!req.agent) {
      refuse(req, res);
      return;
    }
    if (!handler) {
      next();
      return;
    }
    return handler(req as AgentRequest, res, next);
  };
}

function refuse(req: Request, res: Response): void {
  const flow = seenBy(res, "agents");
  res.set("Cache-Control", "no-store");
  if (req.session && isNavigation(req)) {
    res.redirect(303, `${flow.loginPath}?${new URLSearchParams({ return_to: presentAddress(req, flow) })}`);
  } else if (req.accepts(["html", "json"]) === "json") {
    res.status(401).json({ error: "unauthenticated" });
  } else {
    const error = new FederationError(req.session ? "authentication_required" : "session_unavailable");
    answerFailure(flow, error, { guard: "agent" }, req, res);
  }
}
