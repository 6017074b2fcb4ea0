import type { RequestHandler } from "express";
import { AutoPostPage } from "../pages/auto-post.tsx";
import { sendPage } from "../pages/send.ts";
import { sendAgentError } from "./error-page.ts";
import { resumeAgent } from "./interaction.ts";
import { type AgentPlatformState, PROCONNECT_LABEL } from "./platform.ts";

/** Second step of the logout chain: on to the identity provider's end-session page. */
export function disconnectAgent(state: AgentPlatformState): RequestHandler {
  return (req, res) => {
    const session = state.sessions.open(req, res);
    session.logoutToken = new URLSearchParams(typeof req.body === "string" ? req.body : "").get("xsrf");
    res.redirect(303, "/api/v2/simulated-identity-provider/session/end");
  };
}

/** Last step before the library: ProConnect's own session ends, and with it the single sign-on. */
export function agentLogoutCallback(state: AgentPlatformState): RequestHandler {
  return (req, res) => {
    const session = state.sessions.find(req);
    if (session?.logoutToken == null) {
      sendAgentError(state, res, "Y030110", {});
      return;
    }
    state.sessions.destroy(session);
    sendPage(
      res,
      200,
      AutoPostPage({
        platform: PROCONNECT_LABEL,
        title: "Déconnexion en cours",
        action: "/api/v2/session/end/confirm",
        fields: { xsrf: session.logoutToken, logout: "yes" },
      }),
    );
  };
}

/** « Réessayer de vous connecter »: ends the login with the error that the link carries. */
export function retryAtService(state: AgentPlatformState): RequestHandler {
  return async (req, res) => {
    const query = new URL(req.originalUrl, "http://localhost").searchParams;
    const interaction = await state.engine.provider().Interaction.find(query.get("uid") ?? "");
    if (interaction === undefined) {
      sendAgentError(state, res, "Y030110", {});
      return;
    }
    await resumeAgent(state, res, interaction, {
      error: query.get("error") ?? "server_error",
      error_description: query.get("error_description") ?? "",
    });
  };
}
