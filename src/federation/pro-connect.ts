import type { Request, RequestHandler, Response } from "express";
import type { Agent } from "./agent.ts";
import { AGENT_CHECKS } from "./checks/table.ts";
import { resolveClient } from "./client.ts";
import { FederationError } from "./errors/federation-error.ts";
import { asFederationError, logFailure } from "./errors/log-failure.ts";
import { completeLogin } from "./flow/complete-login.ts";
import { closeFlow, createFlow, type Internals, statusOf } from "./flow/create-flow.ts";
import type { Flow, Registrations } from "./flow/flow.ts";
import { markSeen } from "./flow/guard.ts";
import { logout } from "./flow/logout.ts";
import { logoutCallback } from "./flow/logout-callback.ts";
import { readForm } from "./flow/read-form.ts";
import { receiveCallback } from "./flow/receive-callback.ts";
import { type Routes, serve } from "./flow/routes.ts";
import { startLogin } from "./flow/start-login.ts";
import { buildAgent } from "./identity/build-agent.ts";
import type { ProConnect, ProConnectOptions } from "./options.ts";
import { PROCONNECT } from "./profiles.ts";
import { parseReturnTo } from "./return-to.ts";
import { closeAgentSession, openAgentSession } from "./session/agent-session.ts";
import { save } from "./session/regenerate.ts";

/**
 * Express middleware for ProConnect: serves `login`, `callback`, `logout` and `logout/callback` below `mountPath`,
 * and sets `req.agent`. Its session is the express-session mounted before it.
 *
 * @throws TypeError when the registration contradicts ProConnect's
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/implementation_technique
 * @example
 * import { proConnect, requireAgent } from "passerelle";
 * app.use("/agent", session({ secret, name: "agent", resave: false, saveUninitialized: false }));
 * app.use(proConnect({
 *   baseUrl,
 *   mountPath: "/agent/auth",
 *   client: { issuer: "integration", clientId, clientSecret },
 *   authorize: (agent) => agent.siret === "21330063500017" || { reason: "Votre organisation n’est pas la nôtre." },
 * }));
 * app.get("/agent", requireAgent(), (req, res) => res.json(req.agent));
 */
export function proConnect(options: ProConnectOptions): ProConnect {
  return createProConnect(options, { checks: AGENT_CHECKS });
}

/** The same with its internals in reach: not exported by the door. */
export function createProConnect(options: ProConnectOptions, internals: Internals): ProConnect {
  const client = resolveClient(PROCONNECT, options.client);
  const registrations: Registrations = { baseUrl: options.baseUrl, clients: [client] };
  const flow = createFlow(options, internals, {
    mountPath: options.mountPath,
    home: options.home ?? "/",
    resolve: () => Promise.resolve(registrations),
    callbackPath: () => options.mountPath + PROCONNECT.callbackPath,
  });
  flow.providers.of(client);
  const routes = serve(flow, routesOf(flow, registrations, options));

  const prefix = `${options.mountPath}/`;
  /** Every page of the application passes here: nothing is awaited where nothing has to be. */
  const handler: RequestHandler = (req, res, next) => {
    markSeen(res, "agents", flow);
    const agent = req.session?.agent?.agent;
    if (agent) req.agent = agent;
    const path = req.baseUrl + req.path;
    return path.startsWith(prefix) ? routes(path, req, res, next) : next();
  };
  return Object.assign(handler, { status: () => statusOf(flow), close: () => closeFlow(flow) });
}

function routesOf(flow: Flow, registrations: Registrations, options: ProConnectOptions): Routes {
  const { mountPath, acrValues, onLogout } = options;
  const client = registrations.clients[0] as (typeof registrations.clients)[number];
  return {
    [`${mountPath}/login`]: {
      GET: async (req, res) => {
        const wanted = new URLSearchParams(req.url.split("?")[1] ?? "").get("return_to");
        await startLogin(flow, req, res, {
          client,
          registrations,
          ...(acrValues && { acrValues }),
          scopes: client.identityScopes,
          returnTo: returnToOf(flow, wanted, options),
        });
      },
    },
    [`${mountPath}/callback`]: { GET: (req, res) => callback(flow, options, req, res) },
    [`${mountPath}/logout`]: {
      POST: async (req, res) => {
        const session = req.session?.agent;
        if (session) {
          await readForm(req, res);
          await tolerate(flow, "onLogout", () => onLogout?.({ req, agent: session.agent }));
        }
        await logout(flow, req, res, session?.hints ?? []);
      },
    },
    [`${mountPath}/logout/callback`]: { GET: (req, res) => logoutCallback(flow, req, res) },
  };
}

/** A page of ours, and not the login itself: it would begin again for ever. */
function returnToOf(flow: Flow, wanted: string | null, { baseUrl, mountPath }: ProConnectOptions): string {
  const returnTo = wanted === null ? flow.home : parseReturnTo(wanted, baseUrl);
  return returnTo.startsWith(flow.prefix + mountPath) ? flow.home : returnTo;
}

async function callback(flow: Flow, options: ProConnectOptions, req: Request, res: Response): Promise<void> {
  const returnTo = await receiveCallback(flow, req, "proconnect", async (accepted) => {
    const { idToken, claims, authenticatedAt } = await completeLogin(flow, req, accepted);
    const agent = buildAgent(idToken.payload, claims, authenticatedAt);
    await authorize(options, agent, req, accepted.transaction.returnTo);
    await openAgentSession(req, agent, idToken.jws);
    try {
      await tolerate(flow, "onLogin", () => options.onLogin?.({ req, agent }));
      await save(req);
    } catch (error) {
      closeAgentSession(req);
      throw error;
    }
    flow.logger.info({ platform: "proconnect" }, "login");
    return accepted.transaction.returnTo;
  });
  res.set("Cache-Control", "no-store");
  res.redirect(303, returnTo);
}

/** On every login: the same `sub` may come back for another organisation. */
async function authorize(
  { authorize: decide }: ProConnectOptions,
  agent: Agent,
  req: Request,
  returnTo: string,
): Promise<void> {
  const decision = (await decide?.(agent, req, returnTo)) ?? true;
  if (decision !== true)
    throw new FederationError("agent_not_authorised", { citizenMessage: decision.reason });
}

/** The application's own work: its failure neither opens nor ends a session. */
async function tolerate(flow: Flow, step: string, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    logFailure(flow.logger, asFederationError(error), { step });
  }
}
