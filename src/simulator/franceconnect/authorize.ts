import type { Request, RequestHandler } from "express";
import { withoutCookies } from "../engine/cookies.ts";
import { pickAcr } from "./acr.ts";
import { type AuthorizeParameters, asksForAmr, checkAuthorizeParameters } from "./authorize-parameters.ts";
import { sendErrorPage } from "./error-page.ts";
import type { CitizenPlatformState } from "./platform.ts";

function parametersOf(req: Request): URLSearchParams {
  if (req.method === "POST") return new URLSearchParams(typeof req.body === "string" ? req.body : "");
  return new URL(req.originalUrl, "http://localhost").searchParams;
}

/** `idp_hint` is read from the query string only, whatever the method. */
function withoutPostedHint(req: Request, parameters: AuthorizeParameters): AuthorizeParameters {
  if (req.method !== "POST") return parameters;
  const { idp_hint: _ignored, ...rest } = parameters;
  return rest;
}

/**
 * What stands before the library at `/authorize`: the whitelist, the right to `amr`, one level, one prompt, and a
 * fresh library session. Refusals here are pages; the service never learns of them.
 */
export function authorize(state: CitizenPlatformState): RequestHandler {
  const { profile } = state;
  return (req, res, next) => {
    const checked = checkAuthorizeParameters(parametersOf(req));
    if (!checked.ok) {
      sendErrorPage(state, res, "Y030007", { detail: checked.problem });
      return;
    }
    const parameters = withoutPostedHint(req, checked.parameters);
    const client = state.clients.get(parameters.client_id);
    if (client !== undefined && asksForAmr(parameters) && client.claims?.includes("amr") === false) {
      sendErrorPage(state, res, "Y100009", {});
      return;
    }
    const rewritten = new URLSearchParams({
      ...(parameters as Record<string, string>),
      acr_values: pickAcr(parameters.acr_values, profile),
      prompt: "login consent",
      ...(parameters.prompt === undefined ? {} : { requested_prompt: parameters.prompt }),
    });
    req.method = "GET";
    req.url = `/authorize?${rewritten}`;
    // The library starts every authorization anew; only FranceConnect's own session spans several.
    req.headers.cookie = withoutCookies(req.headers.cookie, profile.cookies);
    next();
  };
}
