import type { Request, Response } from "express";
import type { FederationError } from "../errors/federation-error.ts";
import { asFederationError, logFailure } from "../errors/log-failure.ts";
import { renderErrorPage } from "../pages/error-page.tsx";
import type { Flow } from "./flow.ts";

/** Failures of a browser that went back after its login had succeeded. */
const STALE = ["transaction_already_used", "transaction_unknown", "transaction_expired"];

/**
 * One log line and one page per failure; never a redirect to the provider. Only somebody who is logged in and
 * went back in their history is simply sent on.
 */
export function answerFailure(flow: Flow, thrown: unknown, where: object, req: Request, res: Response): void {
  const error = asFederationError(thrown);
  logFailure(flow.logger, error, where);
  if (res.headersSent) {
    res.end();
    return;
  }
  res.set("Cache-Control", "no-store");
  if (isLoggedIn(req) && STALE.includes(error.code)) {
    res.redirect(303, returnToOf(error) ?? flow.home);
    return;
  }
  if (req.accepts(["html", "json"]) === "json") {
    res.status(error.status).json({ error: error.code });
    return;
  }
  respond(flow, error, req, res);
}

function respond(flow: Flow, error: FederationError, req: Request, res: Response): void {
  try {
    if (flow.renderError) flow.renderError(req, res, error);
    else renderErrorPage(req, res, error, flow);
  } catch (failure) {
    logFailure(flow.logger, asFederationError(failure), { step: "renderError" });
    renderErrorPage(req, res, error, flow);
  }
}

function isLoggedIn(req: Request): boolean {
  return req.citizen !== undefined || req.agent !== undefined;
}

function returnToOf({ retryPath }: FederationError): string | undefined {
  return new URLSearchParams(retryPath?.split("?")[1] ?? "").get("return_to") ?? undefined;
}
