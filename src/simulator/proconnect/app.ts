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
import { isBackChannel } from "../engine/json-errors.ts";
import type { SimulatorClient, SimulatorLogger } from "../options.ts";
import { answerAgent } from "./agent-form.ts";
import type { AgentIdentity } from "./agents.ts";
import { authorizeAgent } from "./authorize.ts";
import { agentConfiguration } from "./configuration.ts";
import { agentLogoutCallback, disconnectAgent, retryAtService } from "./disconnect.ts";
import { sendAgentError } from "./error-page.ts";
import { agentLibraryCode } from "./errors.ts";
import { startAgentInteraction } from "./interaction.ts";
import { type AgentPlatformState, PROCONNECT_COOKIES, PROCONNECT_LABEL } from "./platform.ts";
import { AGENT_TTL } from "./profile.ts";

export interface AgentPlatformOptions {
  readonly issuer: string;
  readonly clients: readonly SimulatorClient[];
  readonly dial: Dial;
  readonly now: () => Date;
  readonly logger: SimulatorLogger | undefined;
}

/** Secrets in the body only, as announced: the library alone would take HTTP Basic too. */
const noBasic: RequestHandler = (req, res, next) => {
  if (!/^basic /i.test(req.headers.authorization ?? "")) {
    next();
    return;
  }
  res.status(401).json({ error: "invalid_client", error_description: "client authentication failed" });
};

/** Builds ProConnect as an Express application, to be mounted at the root of its port. */
export async function agentPlatform(
  options: AgentPlatformOptions,
): Promise<{ readonly app: Express; readonly state: AgentPlatformState }> {
  const { clients, now } = options;
  const identities = new Map<string, AgentIdentity>();
  refuseDuplicates(PROCONNECT_LABEL, clients);
  const deck = new FaultDeck(options.dial, "proconnect");
  const hooks = { engine: (): Engine => engine, deck, now };
  const engine: Engine = await createEngine({
    issuer: options.issuer,
    signingAlgs: ["RS256", "ES256"],
    kid: (alg) => `proconnect:${alg}`,
    configuration: agentConfiguration({
      clients,
      identities,
      deck,
      store: new Store(now),
      now,
      cookieKey: randomBytes(32).toString("base64url"),
      renderError: (ctx, out) => {
        if (isBackChannel(ctx.path)) {
          ctx.body = out;
          return;
        }
        ctx.respond = false;
        const description = out.error_description ?? "";
        sendAgentError(state, ctx.res, agentLibraryCode(out.error, description), { detail: description });
      },
    }),
    onError: (error) => options.logger?.debug({ error }, "Answer interrupted"),
    install: (provider) => {
      installAnswerFaults(provider, hooks);
      installTokenFaults(provider, { ...hooks, idTokenTtl: AGENT_TTL.IdToken, accessTokenHash: true });
    },
  });
  await checkClients(PROCONNECT_LABEL, engine.provider(), clients);
  const state: AgentPlatformState = {
    ...options,
    engine,
    identities,
    clients: new Map(clients.map((client) => [client.client_id, client])),
    sessions: new BrowserSessions({
      cookie: `${PROCONNECT_COOKIES}_agent`,
      ttlSeconds: AGENT_TTL.Session,
      sliding: false,
      now,
    }),
  };
  return { app: routes(state), state };
}

function routes(state: AgentPlatformState): Express {
  const app = express();
  app.disable("x-powered-by");
  const form = express.text({ type: "application/x-www-form-urlencoded", limit: "64kb" });
  const library: RequestHandler = (req, res) => state.engine.handle(req, res);
  const api = express.Router();
  api.get("/.well-known/openid-configuration", cacheable, library);
  api.get("/jwks", cacheable, library);
  api.get("/authorize", authorizeAgent(state), library);
  api.post("/authorize", form, authorizeAgent(state), library);
  api.get("/authorize/:uid", library);
  api.get("/interaction/:uid", startAgentInteraction(state));
  api.post("/interaction/:uid/agent", form, answerAgent(state));
  api.get("/redirect-to-sp-with-error", retryAtService(state));
  api.post("/token", noBasic, library);
  api.post("/token/introspection", noBasic, library);
  api.post("/token/revocation", noBasic, library);
  api.get("/userinfo", library);
  api.post("/userinfo", library);
  api.get("/session/end", asPage, library);
  api.post("/session/end/confirm", asPage, library);
  api.get("/session/end/success", library);
  api.post("/client/disconnect-from-idp", form, disconnectAgent(state));
  api.get("/simulated-identity-provider/session/end", (_req, res) => {
    res.redirect(303, "/api/v2/client/logout-callback");
  });
  api.get("/client/logout-callback", agentLogoutCallback(state));
  app.use("/api/v2", api);
  app.use((_req, res) => sendAgentError(state, res, "Y000404", {}));
  return app;
}
