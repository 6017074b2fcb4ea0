import type { Request, Response } from "express";
import { csrfToken } from "../session/csrf.ts";

/** `GET /auth/me`: who is logged in, and the token for the next POST. */
export function me(req: Request, res: Response): void {
  res.set("Cache-Control", "no-store");
  if (!req.citizen) {
    res.status(401).json({ error: "unauthenticated" });
    return;
  }
  res.json({ ...req.citizen, csrfToken: csrfToken(req) });
}
