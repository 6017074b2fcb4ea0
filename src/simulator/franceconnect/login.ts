import type { RequestHandler } from "express";
import { InformationPage } from "../pages/information.tsx";
import { sendPage } from "../pages/send.ts";
import { abortLogin, completeLogin } from "./complete.ts";
import { backHref, sendErrorPage } from "./error-page.ts";
import { ABORTED_BY_CITIZEN, findInteraction } from "./interaction.ts";
import { type CitizenPlatformState, serviceName } from "./platform.ts";
import { describeScopes } from "./scope-labels.ts";

/** The information page, skipped for a client that may ask so with `prompt=login`. */
export function showInformation(state: CitizenPlatformState): RequestHandler<{ uid: string }> {
  return async (req, res) => {
    const found = await findInteraction(state, req, res, req.params.uid);
    if (found === undefined) return;
    const { session, interaction } = found;
    const authentication = session.pending.get(interaction.uid);
    if (authentication === undefined || authentication === null) {
      res.redirect(303, `/api/v2/interaction/${interaction.uid}`);
      return;
    }
    const client = state.clients.get(String(interaction.params.client_id));
    if (interaction.params.requested_prompt === "login" && client?.allowed_prompts?.includes("login")) {
      session.pending.delete(interaction.uid);
      session.sso = authentication;
      await completeLogin(state, res, interaction, authentication);
      return;
    }
    sendPage(
      res,
      200,
      InformationPage({
        platform: state.profile.label,
        service: serviceName(state, interaction.params.client_id),
        uid: interaction.uid,
        csrf: session.csrf,
        groups: describeScopes(String(interaction.params.scope), state.profile.identityScopes),
        consent: client?.type === "private" && client.identity_consent === true,
        backHref: backHref(interaction.uid, ABORTED_BY_CITIZEN),
      }),
    );
  };
}

/** `POST /login`: the click on « Continuer sur … ». */
export function confirmLogin(state: CitizenPlatformState): RequestHandler {
  return async (req, res) => {
    const form = new URLSearchParams(typeof req.body === "string" ? req.body : "");
    const found = await findInteraction(state, req, res, form.get("uid") ?? "");
    if (found === undefined) return;
    const { session, interaction } = found;
    if (form.get("_csrf") !== session.csrf) {
      sendErrorPage(state, res, "Y470001", {});
      return;
    }
    const client = state.clients.get(String(interaction.params.client_id));
    const authentication = session.pending.get(interaction.uid);
    const missingConsent =
      client?.type === "private" && client.identity_consent === true && form.get("consent") !== "yes";
    if (authentication === undefined || authentication === null || missingConsent) {
      res.redirect(303, `/api/v2/interaction/${interaction.uid}/verify`);
      return;
    }
    session.pending.delete(interaction.uid);
    session.sso = authentication;
    await completeLogin(state, res, interaction, authentication);
  };
}

/** « Revenir sur … »: ends the login with the error that the link carries. */
export function redirectToService(state: CitizenPlatformState): RequestHandler {
  return async (req, res) => {
    const query = new URL(req.originalUrl, "http://localhost").searchParams;
    const interaction = await state.engine.provider().Interaction.find(query.get("uid") ?? "");
    if (interaction === undefined) {
      sendErrorPage(state, res, "Y190001", {});
      return;
    }
    await abortLogin(
      state,
      res,
      interaction,
      query.get("error") ?? "server_error",
      query.get("error_description") ?? "",
    );
  };
}
