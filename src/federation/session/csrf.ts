import { csrfSync } from "csrf-sync";
import type { Request, RequestHandler } from "express";
import { FederationError } from "../errors/federation-error.ts";

const { generateToken, csrfSynchronisedProtection } = csrfSync({
  size: 32,
  getTokenFromState: (req) => req.session?.csrfToken,
  getTokenFromRequest: (req) => fromForm(req.body) ?? req.get("x-csrf-token"),
});

/**
 * The CSRF token of this session, for a form's `_csrf` field or a script's `x-csrf-token` header.
 *
 * @throws FederationError `session_unavailable` without a session
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#synchronizer-token-pattern
 * @example
 * import { csrfToken } from "passerelle";
 * app.get("/formulaire", (req, res) => res.send(`<input type="hidden" name="_csrf" value="${csrfToken(req)}">`));
 */
export function csrfToken(req: Request): string {
  if (!req.session) throw new FederationError("session_unavailable");
  return generateToken(req);
}

/**
 * Refuses every state-changing request without the session's token: mount it after the body parser.
 *
 * @throws FederationError `csrf_refused`, through `next`
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#synchronizer-token-pattern
 * @example
 * import { csrfProtection } from "passerelle";
 * app.post("/envoyer", express.urlencoded({ extended: false }), csrfProtection, (req, res) => res.redirect(303, "/"));
 */
export const csrfProtection: RequestHandler = (req, res, next) => {
  csrfSynchronisedProtection(req, res, (error?: unknown) => {
    next(error ? new FederationError("csrf_refused") : undefined);
  });
};

function fromForm(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("_csrf" in body)) return undefined;
  return typeof body._csrf === "string" ? body._csrf : undefined;
}
