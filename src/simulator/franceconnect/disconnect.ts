import type { RequestHandler } from "express";
import { z } from "zod";
import { AutoPostPage } from "../pages/auto-post.tsx";
import { sendPage } from "../pages/send.ts";
import { formObject } from "./authorize-parameters.ts";
import { sendErrorPage } from "./error-page.ts";
import type { CitizenPlatformState } from "./platform.ts";

const LOGOUT_PARAMETERS = z.strictObject({
  id_token_hint: z.string().min(1),
  post_logout_redirect_uri: z.url().optional(),
  state: z.string().optional(),
  client_id: z.string().optional(),
  logout_hint: z.string().optional(),
  ui_locales: z.string().optional(),
});

/** `/session/end` refuses any parameter outside its whitelist, with a page. */
export function checkLogoutParameters(state: CitizenPlatformState): RequestHandler {
  return (req, res, next) => {
    const query = new URL(req.originalUrl, "http://localhost").searchParams;
    const result = LOGOUT_PARAMETERS.safeParse(formObject(query));
    if (result.success) {
      next();
      return;
    }
    sendErrorPage(state, res, "Y000400", { detail: z.prettifyError(result.error) });
  };
}

/** Second step of the logout chain: on to the identity provider's end-session page, where it has one. */
export function disconnectFromProvider(state: CitizenPlatformState): RequestHandler {
  return (req, res) => {
    const session = state.sessions.open(req, res);
    session.logoutToken = new URLSearchParams(typeof req.body === "string" ? req.body : "").get("xsrf");
    const provider = state.profile.identityProviders.find((row) => row.id === session.sso?.identityProvider);
    res.redirect(
      303,
      provider?.logout === true
        ? `/api/v2/simulated-identity-provider/session/end?provider=${provider.id}`
        : "/api/v2/client/logout-callback",
    );
  };
}

/** Last step before the library: FranceConnect's own session ends, and with it the single sign-on. */
export function logoutCallback(state: CitizenPlatformState): RequestHandler {
  return (req, res) => {
    const session = state.sessions.find(req);
    if (session?.logoutToken == null) {
      sendErrorPage(state, res, "Y190001", {});
      return;
    }
    state.sessions.destroy(session);
    sendPage(
      res,
      200,
      AutoPostPage({
        platform: state.profile.label,
        title: "Déconnexion en cours",
        action: "/api/v2/session/end/confirm",
        fields: { xsrf: session.logoutToken, logout: "yes" },
      }),
    );
  };
}
