import type { Request, RequestHandler } from "express";
import { z } from "zod";
import { withoutCookies } from "../engine/cookies.ts";
import { essentialAcr, satisfies } from "./acr.ts";
import type { AgentIdentity } from "./agents.ts";
import { sendAgentError } from "./error-page.ts";
import { type AgentPlatformState, PROCONNECT_COOKIES } from "./platform.ts";
import { ALWAYS_REAUTHENTICATE } from "./profile.ts";

/**
 * Only what the published source checks before the library does; unknown parameters are ignored.
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/implementation_technique
 */
const AUTHORIZE_PARAMETERS = z.looseObject({
  state: z.string().min(1),
  nonce: z
    .string()
    .regex(/^[\x20-\x7e]{1,512}$/)
    .optional(),
  login_hint: z.email().optional(),
});

const FORWARDED = [
  "client_id",
  "redirect_uri",
  "response_type",
  "scope",
  "state",
  "nonce",
  "claims",
  "acr_values",
  "prompt",
  "idp_hint",
  "login_hint",
  "siret_hint",
  "code_challenge",
  "code_challenge_method",
  "ui_locales",
];

function parametersOf(req: Request): URLSearchParams {
  if (req.method === "POST") return new URLSearchParams(typeof req.body === "string" ? req.body : "");
  return new URL(req.originalUrl, "http://localhost").searchParams;
}

/** Whether a running session fits the request: identity provider, e-mail and level. */
function isReusable(identity: AgentIdentity, parameters: URLSearchParams): boolean {
  const wanted = essentialAcr(parameters.get("claims"));
  const idpHint = parameters.get("idp_hint");
  const loginHint = parameters.get("login_hint")?.toLowerCase();
  return (
    (idpHint === null || idpHint === identity.idp_id) &&
    (loginHint === undefined || loginHint === identity.email) &&
    satisfies(identity.acr, wanted) &&
    !wanted.some((acr) => ALWAYS_REAUTHENTICATE.includes(acr))
  );
}

/** `login` and `consent` change nothing: only `none`, and what the library must refuse, reaches it. */
function effectivePrompt(prompt: string | null): string | undefined {
  if (prompt === null) return undefined;
  return prompt.split(" ").every((value) => value === "login" || value === "consent") ? undefined : prompt;
}

/** What stands before the library at `/authorize`: checks, and whether the single sign-on applies. */
export function authorizeAgent(state: AgentPlatformState): RequestHandler {
  return (req, res, next) => {
    const parameters = parametersOf(req);
    const checked = AUTHORIZE_PARAMETERS.safeParse(Object.fromEntries(parameters));
    if (!checked.success) {
      sendAgentError(state, res, "Y000400", { detail: z.prettifyError(checked.error) });
      return;
    }
    const session = state.sessions.find(req);
    if (session?.sso == null || !isReusable(session.sso, parameters) || state.dial.auto !== null) {
      req.headers.cookie = withoutCookies(req.headers.cookie, PROCONNECT_COOKIES);
    }
    const rewritten = new URLSearchParams();
    for (const [name, value] of parameters) {
      if (FORWARDED.includes(name) && name !== "prompt") rewritten.append(name, value);
    }
    const prompt = effectivePrompt(parameters.get("prompt"));
    if (prompt !== undefined) rewritten.set("prompt", prompt);
    req.method = "GET";
    req.url = `/authorize?${rewritten}`;
    next();
  };
}
