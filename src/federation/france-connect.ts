import type { Request, RequestHandler } from "express";
import { CITIZEN_CHECKS } from "./checks/table.ts";
import { asFederationError, logFailure } from "./errors/log-failure.ts";
import { citizenCallback } from "./flow/citizen-callback.ts";
import { citizenLogin } from "./flow/citizen-login.ts";
import { closeFlow, createFlow, type Internals, statusOf } from "./flow/create-flow.ts";
import type { Flow } from "./flow/flow.ts";
import { markSeen } from "./flow/guard.ts";
import { logout } from "./flow/logout.ts";
import { logoutCallback } from "./flow/logout-callback.ts";
import { me } from "./flow/me.ts";
import { publishKeys } from "./flow/publish-keys.ts";
import { readForm } from "./flow/read-form.ts";
import { type Registry, registrationsOf } from "./flow/registrations.ts";
import { type Routes, serve } from "./flow/routes.ts";
import { holdKeys } from "./keys/key-holder.ts";
import { SILENT } from "./logger.ts";
import type { FranceConnect, FranceConnectOptions } from "./options.ts";

/**
 * Express middleware for FranceConnect and FranceConnect+: serves `/auth/*` and `/.well-known/jwks.json`, and sets
 * `req.citizen`. Mount it after express-session, which it uses for sessions and for logins under way.
 *
 * @throws TypeError when a registration contradicts its platform; a provider that is down is no reason not to start
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-oidc-fc/
 * @example
 * import { franceConnect, requireLevel } from "passerelle";
 * app.use(session({ secret, resave: false, saveUninitialized: false }));
 * app.use(franceConnect({ baseUrl, franceConnect: { issuer: "integration", clientId, clientSecret } }));
 * app.get("/cantine", requireLevel("eidas1"), (req, res) => res.json(req.citizen));
 */
export function franceConnect(options: FranceConnectOptions): FranceConnect {
  return createFranceConnect(options, { checks: CITIZEN_CHECKS });
}

/** The same with its internals in reach: not exported by the door. */
export function createFranceConnect(options: FranceConnectOptions, internals: Internals): FranceConnect {
  const { logger = SILENT, now = () => new Date() } = options;
  const registry = registrationsOf(options);
  const flow = createFlow(options, internals, {
    mountPath: "/auth",
    home: "/",
    keys: holdKeys(options, logger, now),
    resolve: registry.resolve,
    callbackPath: (client) => client.profile.callbackPath,
  });
  /** Read now, before the first citizen needs them. */
  for (const client of registry.clients) flow.providers.of(client);
  const routes = serve(flow, routesOf(flow, options));

  const dispatch: RequestHandler = (req, res, next) => {
    const isOurs = req.path.startsWith("/auth/") || req.path === "/.well-known/jwks.json";
    return isOurs ? routes(req.path, req, res, next) : next();
  };
  /** Every page of the application passes here: nothing is awaited where nothing has to be. */
  const handler: RequestHandler = (req, res, next) => {
    markSeen(res, "citizens", flow);
    const session = req.session?.federation;
    if (!session) return dispatch(req, res, next);
    if (registry.ownsSession) {
      return isOwn(flow, registry.ownsSession, req, session.tenant).then((own) => {
        if (own) req.citizen = session.citizen;
        return dispatch(req, res, next);
      });
    }
    if (session.tenant === undefined) req.citizen = session.citizen;
    return dispatch(req, res, next);
  };
  return Object.assign(handler, { status: () => statusOf(flow), close: () => closeFlow(flow) });
}

/** A registry that cannot be read knows nobody: better no citizen than another commune's. */
async function isOwn(
  flow: Flow,
  ownsSession: NonNullable<Registry["ownsSession"]>,
  req: Request,
  tenant: string | undefined,
): Promise<boolean> {
  try {
    return await ownsSession(req, tenant);
  } catch (error) {
    logFailure(flow.logger, asFederationError(error), { step: "clientFor" });
    return false;
  }
}

function routesOf(flow: Flow, options: FranceConnectOptions): Routes {
  return {
    "/auth/login": { GET: (req, res) => citizenLogin(flow, options, req, res) },
    "/auth/franceconnect/callback": {
      GET: (req, res) => citizenCallback(flow, options, "franceconnect", req, res),
    },
    "/auth/franceconnect-plus/callback": {
      GET: (req, res) => citizenCallback(flow, options, "franceconnect-plus", req, res),
    },
    "/auth/logout": {
      POST: async (req, res) => {
        const hints = req.session?.federation?.hints ?? [];
        if (hints.length > 0) await readForm(req, res);
        await runOnLogout(flow, options, req);
        await logout(flow, req, res, hints);
      },
    },
    "/auth/logout/callback": { GET: (req, res) => logoutCallback(flow, req, res) },
    "/auth/me": { GET: me },
    "/.well-known/jwks.json": { GET: (_req, res) => publishKeys(flow, res) },
  };
}

/** The application's own work: it cannot keep a citizen logged in. */
async function runOnLogout(flow: Flow, { onLogout }: FranceConnectOptions, req: Request): Promise<void> {
  const { citizen } = req;
  if (!citizen || !onLogout) return;
  try {
    await onLogout({ req, citizen });
  } catch (error) {
    logFailure(flow.logger, asFederationError(error), { step: "onLogout" });
  }
}
