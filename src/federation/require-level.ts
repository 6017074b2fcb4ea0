import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Citizen, Level } from "./citizen.ts";
import { FederationError } from "./errors/federation-error.ts";
import { answerFailure } from "./flow/answer-failure.ts";
import { isNavigation, presentAddress, seenBy } from "./flow/guard.ts";
import { isAtLeast } from "./level.ts";

/** The levels that satisfy a requirement. */
export type AtLeast<L extends Level> = { eidas1: Level; eidas2: "eidas2" | "eidas3"; eidas3: "eidas3" }[L];

/** A request behind `requireLevel`: the citizen is there. */
export type CitizenRequest<L extends Level = Level> = Request & { citizen: Citizen<AtLeast<L>> };

type CitizenHandler<L extends Level> = (
  req: CitizenRequest<L>,
  res: Response,
  next: NextFunction,
) => void | Promise<void> | Response | Promise<Response>;

/**
 * Lets citizens of this level or a higher one pass. A browser that opens a page is sent to log in; anything else
 * is answered 401 or 403, in JSON where it prefers that.
 *
 * @param handler runs behind the guard, with `req.citizen` typed as present and of this level
 * @see https://eur-lex.europa.eu/eli/reg/2014/910/oj (article 8, assurance levels)
 * @example
 * import { requireLevel } from "passerelle";
 * app.get("/apa", requireLevel("eidas2", (req, res) => {
 *   res.send(req.citizen.identity.familyName);
 * }));
 */
export function requireLevel<L extends Level>(level: L, handler?: CitizenHandler<L>): RequestHandler {
  return (req, res, next) => {
    const { citizen } = req;
    if (!citizen || !isAtLeast(citizen.level, level)) {
      refuse(level, req, res);
      return;
    }
    if (!handler) {
      next();
      return;
    }
    return handler(req as CitizenRequest<L>, res, next);
  };
}

function refuse(level: Level, req: Request, res: Response): void {
  const flow = seenBy(res, "citizens");
  const query = new URLSearchParams({ level, return_to: presentAddress(req, flow) });
  res.set("Cache-Control", "no-store");
  if (!req.session) {
    answerFailure(flow, new FederationError("session_unavailable"), { guard: level }, req, res);
    return;
  }
  if (isNavigation(req)) {
    res.redirect(303, `${flow.loginPath}?${query}`);
    return;
  }
  if (req.accepts(["html", "json"]) === "json") {
    const body = req.citizen
      ? { error: "insufficient_level", required: level }
      : { error: "unauthenticated" };
    res.status(req.citizen ? 403 : 401).json(body);
    return;
  }
  const error = new FederationError(req.citizen ? "level_required" : "authentication_required");
  error.retryPath = `${flow.loginPath}?${new URLSearchParams({ level, return_to: flow.home })}`;
  answerFailure(flow, error, { guard: level }, req, res);
}
