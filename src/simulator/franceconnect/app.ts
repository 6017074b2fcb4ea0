import { randomBytes } from "node:crypto";
import express, { type Express, type RequestHandler } from "express";
import type { Dial } from "../dial.ts";
import { Store } from "../engine/adapter.ts";
import { installAnswerFaults } from "../engine/answer-faults.ts";
import { asPage } from "../engine/as-page.ts";
import { BrowserSessions } from "../engine/browser-session.ts";
import { cacheable } from "../engine/cacheable.ts";
import { checkClients, refuseDuplicates } from "../engine/check-clients.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { FaultDeck } from "../engine/fault-deck.ts";
import { installTokenFaults } from "../engine/issue-tokens.ts";
import { installJsonErrors, isBackChannel } from "../engine/json-errors.ts";
import type { DataProvider, SimulatorClient, SimulatorLogger } from "../options.ts";
import { authorize } from "./authorize.ts";
import { checktoken } from "./checktoken.ts";
import { citizenConfiguration } from "./configuration.ts";
import { checkLogoutParameters, disconnectFromProvider, logoutCallback } from "./disconnect.ts";
import { sendErrorPage } from "./error-page.ts";
import { FRANCECONNECT_NAMING, libraryCode } from "./errors.ts";
import { answerPersona, showPersonas } from "./identity-provider.ts";
import { startInteraction } from "./interaction.ts";
import { confirmLogin, redirectToService, showInformation } from "./login.ts";
import type { CitizenPlatformState } from "./platform.ts";
import type { CitizenProfile } from "./profile.ts";
import { revokeToken } from "./revocation.ts";

export interface CitizenPlatformOptions {
  readonly profile: CitizenProfile;
  readonly issuer: string;
  readonly clients: readonly SimulatorClient[];
  readonly dataProviders: readonly DataProvider[];
  readonly dial: Dial;
  readonly now: () => Date;
  readonly logger: SimulatorLogger | undefined;
}

/** Builds FranceConnect or FranceConnect+ as an Express application, to be mounted at the root of its port. */
export async function citizenPlatform(
  options: CitizenPlatformOptions,
): Promise<{ readonly app: Express; readonly state: CitizenPlatformState }> {
  const { profile, clients, now } = options;
  const store = new Store(now);
  refuseDuplicates(profile.label, clients);
  const deck = new FaultDeck(options.dial, profile.platform);
  const hooks = { engine: (): Engine => engine, deck, now };
  const engine: Engine = await createEngine({
    issuer: options.issuer,
    signingAlgs: profile.signingAlgs,
    kid: profile.kid,
    configuration: citizenConfiguration({
      profile,
      clients,
      store,
      now,
      cookieKey: randomBytes(32).toString("base64url"),
      renderError: (ctx, out, error) => {
        if (isBackChannel(ctx.path)) return;
        ctx.respond = false;
        const detail = "error_detail" in error ? String(error.error_detail) : "";
        const description = out.error_description ?? "";
        sendErrorPage(state, ctx.res, libraryCode(out.error, description, detail), { detail: description });
      },
    }),
    onError: (error) => options.logger?.debug({ error }, "Answer interrupted"),
    install: (provider) => {
      installAnswerFaults(provider, hooks);
      installJsonErrors(provider, FRANCECONNECT_NAMING);
      installTokenFaults(provider, { ...hooks, idTokenTtl: 60, accessTokenHash: false });
    },
  });
  await checkClients(profile.label, engine.provider(), clients);
  const state: CitizenPlatformState = {
    ...options,
    engine,
    deck,
    clients: new Map(clients.map((client) => [client.client_id, client])),
    sessions: new BrowserSessions({
      cookie: `${profile.cookies}_citizen`,
      ttlSeconds: profile.sessionTtl,
      sliding: profile.slidingSession,
      now,
    }),
  };
  return { app: routes(state), state };
}

function routes(state: CitizenPlatformState): Express {
  const app = express();
  app.disable("x-powered-by");
  const form = express.text({ type: "application/x-www-form-urlencoded", limit: "64kb" });
  const library: RequestHandler = (req, res) => state.engine.handle(req, res);
  const missing: RequestHandler = (_req, res) => sendErrorPage(state, res, "Y000404", {});
  const api = express.Router();
  api.get("/.well-known/openid-configuration", cacheable, library);
  api.get("/jwks", cacheable, library);
  api.get("/authorize", authorize(state), library);
  api.post("/authorize", form, authorize(state), library);
  api.get("/authorize/:uid", library);
  api.get("/interaction/:uid", startInteraction(state));
  api.get("/interaction/:uid/identity-providers/:provider", showPersonas(state));
  api.post("/interaction/:uid/identity-providers/:provider", form, answerPersona(state));
  api.get("/interaction/:uid/verify", showInformation(state));
  api.post("/login", form, confirmLogin(state));
  api.get("/redirect-to-sp-with-error", redirectToService(state));
  api.post("/token", library);
  api.get("/userinfo", library);
  api.post("/token/revocation", form, revokeToken(state));
  api.post("/checktoken", form, checktoken(state));
  api.get("/session/end", asPage, checkLogoutParameters(state), library);
  api.post("/session/end/confirm", asPage, library);
  api.get("/session/end/success", library);
  api.post("/client/disconnect-from-idp", form, disconnectFromProvider(state));
  api.get("/simulated-identity-provider/session/end", (_req, res) => {
    res.redirect(303, "/api/v2/client/logout-callback");
  });
  api.get("/client/logout-callback", logoutCallback(state));
  app.use("/api/v2", api);
  app.use(missing);
  return app;
}
