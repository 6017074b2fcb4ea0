import type { Request, Response } from "express";
import type { Flow } from "./flow.ts";

const CITIZENS = Symbol("passerelle: citizens' login");
const AGENTS = Symbol("passerelle: agents' login");

/**
 * What a middleware of ours has seen: guards answer through it. It stands in `res.locals`, because each member
 * added to the request itself costs every page of the application two microseconds.
 */
type Seen = { [CITIZENS]?: Flow; [AGENTS]?: Flow };

export function markSeen(res: Response, by: "citizens" | "agents", flow: Flow): void {
  (res.locals as Seen)[by === "citizens" ? CITIZENS : AGENTS] = flow;
}

/** @throws TypeError when the middleware is not mounted before the guard: a mistake of the integration. */
export function seenBy(res: Response, by: "citizens" | "agents"): Flow {
  const flow = (res.locals as Seen)[by === "citizens" ? CITIZENS : AGENTS];
  if (flow) return flow;
  throw new TypeError(
    by === "citizens"
      ? "mount franceConnect() before requireLevel()"
      : "mount proConnect() before requireAgent()",
  );
}

/**
 * Only a page that a person opens starts a login: no script, image, frame or form does.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
 */
export function isNavigation(req: Request): boolean {
  if (req.method !== "GET" && req.method !== "HEAD") return false;
  if ((req.get("sec-fetch-dest") ?? "document") !== "document" || req.xhr) return false;
  return req.accepts(["html", "json"]) === "html";
}

/** The page that was asked for, with the prefix that a proxy may have taken away. */
export function presentAddress(req: Request, { prefix }: Flow): string {
  return req.originalUrl.startsWith(`${prefix}/`) ? req.originalUrl : prefix + req.originalUrl;
}
