import express, { type Request, type RequestHandler, type Response } from "express";
import { FederationError } from "../errors/federation-error.ts";
import { csrfProtection } from "../session/csrf.ts";

const parse = express.urlencoded({ extended: false, limit: "10kb" });

/**
 * Reads a small form, unless the application has already done so, and checks its CSRF token.
 *
 * @throws FederationError `csrf_refused`, also for a body that cannot be read
 */
export async function readForm(req: Request, res: Response): Promise<void> {
  await settled(parse, req, res);
  await settled(csrfProtection, req, res);
}

function settled(handler: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown): void => {
      if (!error) resolve();
      else
        reject(
          error instanceof FederationError ? error : new FederationError("csrf_refused", { cause: error }),
        );
    };
    void handler(req, res, done);
  });
}
