import type { RequestHandler } from "express";
import { z } from "zod";
import { jsonError } from "../engine/json-errors.ts";
import { sameSecret } from "../engine/secret.ts";
import { formObject } from "./authorize-parameters.ts";
import { sendErrorPage } from "./error-page.ts";
import { FRANCECONNECT_NAMING } from "./errors.ts";
import type { CitizenPlatformState } from "./platform.ts";

const REVOCATION_REQUEST = z.strictObject({
  token: z.string().min(43),
  client_id: z.string().min(1),
  client_secret: z.string().min(32),
});

const UNAUTHENTICATED = {
  error: "invalid_client",
  error_description: "client authentication failed",
  error_detail: "invalid secret provided",
};

/**
 * `POST /token/revocation`: takes exactly three members (`token_type_hint`, which RFC 7009 §2.1 allows, is refused) and
 * answers 200 whether or not the token was known.
 */
export function revokeToken(state: CitizenPlatformState): RequestHandler {
  return async (req, res) => {
    const form = new URLSearchParams(typeof req.body === "string" ? req.body : "");
    const request = REVOCATION_REQUEST.safeParse(formObject(form));
    if (!request.success) {
      sendErrorPage(state, res, "Y000400", { detail: z.prettifyError(request.error) });
      return;
    }
    const { token, client_id, client_secret } = request.data;
    const client = state.clients.get(client_id);
    if (client === undefined || client.active === false || !sameSecret(client.client_secret, client_secret)) {
      res.status(401).json(jsonError(UNAUTHENTICATED, FRANCECONNECT_NAMING));
      return;
    }
    const accessToken = await state.engine.provider().AccessToken.find(token);
    if (accessToken?.clientId === client_id) await accessToken.destroy();
    res.status(200).end();
  };
}
