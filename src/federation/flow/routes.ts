import type { NextFunction, Request, Response } from "express";
import { answerFailure } from "./answer-failure.ts";
import type { Flow } from "./flow.ts";

type Verb = (req: Request, res: Response) => Promise<void> | void;

/** Methods by path: adding a route is adding a row. */
export type Routes = Readonly<Record<string, Readonly<Partial<Record<"GET" | "POST", Verb>>>>>;

/** Runs the verb of a path; whatever it throws becomes a page, and never a 500. */
export function serve(flow: Flow, routes: Routes) {
  return async (path: string, req: Request, res: Response, next: NextFunction): Promise<void> => {
    const verbs = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (!verbs) {
      next();
      return;
    }
    const verb = req.method === "GET" || req.method === "POST" ? verbs[req.method] : undefined;
    if (!verb) {
      res.status(405).set("Allow", Object.keys(verbs).join(", ")).end();
      return;
    }
    try {
      await verb(req, res);
    } catch (error) {
      answerFailure(flow, error, { route: path }, req, res);
    }
  };
}
