import express, { type Express } from "express";
import { type FranceConnect, franceConnect, type ProviderStatus } from "../federation/index.ts";
import { agentPages, namedAdministrators } from "./agent/index.ts";
import { citizenPages } from "./citizen/index.ts";
import { jdmaImages } from "./citizen/jdma.ts";
import { prefillAtLogin, scopesForLogin } from "./citizen/prefill.ts";
import { KEPT_AT_LOGIN } from "./citizen/visit.ts";
import { favicon } from "./components/mark.tsx";
import { failures } from "./failures.tsx";
import { type Dependency, health } from "./health.ts";
import type { House } from "./house.ts";
import { languages } from "./language/index.ts";
import { type Limit, limit } from "./limit.ts";
import { requestLog } from "./logger.ts";
import { noteLogin, onboardingPages, onboardingWebhook } from "./onboarding/index.ts";
import { qualityPages } from "./quality/index.ts";
import { securityHeaders } from "./security.ts";
import { themeCss } from "./theme.ts";

/** The largest form: every answer of the longest procedure, with remarks. */
const LARGEST_BODY = "100kb";
/** A town hall behind one address must not be refused. */
const LOGINS: Limit = {
  perMinute: 300,
  code: "too_many_logins",
  citizenTitle: "Trop de connexions en même temps",
  citizenMessage: "Beaucoup de connexions viennent de votre adresse. Patientez une minute, puis réessayez.",
};

export type App = Express & { close(): void };

/** Composes the portal, in the order in which a request passes. */
export function createApp(house: House): App {
  const { settings, sessions, logger } = house;
  const fail = failures(house);
  const citizens = citizenLogin(house, fail.federation);
  const agents = agentPages(house, { roleOf: namedAdministrators(settings.administrators ?? []) });
  const providers = () => [...citizens.status(), ...agents.status()];
  const app = express();
  app.disable("x-powered-by");
  if (settings.trustProxy) app.set("trust proxy", settings.trustProxy);

  app.use(requestLog(logger));
  app.use(
    securityHeaders(
      settings,
      () => [...new Set(providers().map(({ issuer }) => new URL(issuer).origin))],
      jdmaImages(house.procedures),
    ),
  );
  app.use(house.assets.router);
  app.use(looks(house));
  app.use(
    health([...house.dependencies, ...providers().map((provider) => asDependency(provider, providers))]),
  );
  app.get("/metrics", async (_req, res) => {
    res.type(house.metrics.contentType).send(await house.metrics.metrics());
  });

  app.use(onboardingWebhook(house));
  app.use("/deploiement", onboardingPages(house));
  app.use("/qualite", qualityPages(house));

  const forms = express.urlencoded({ extended: false, limit: LARGEST_BODY });
  app.use(["/agent", "/c/:slug/agent"], sessions.agent, forms, agents);
  app.use(languages(settings, house.procedures));
  app.use("/auth/login", limit(LOGINS));
  app.use(sessions.citizen, citizens, forms, citizenPages(house));
  app.use(fail.notFound, fail.problem);
  return Object.assign(app, {
    close: () => {
      citizens.close();
      agents.close();
    },
  });
}

function citizenLogin(house: House, renderError: ReturnType<typeof failures>["federation"]): FranceConnect {
  const { settings, logger, now } = house;
  return franceConnect({
    baseUrl: settings.baseUrl,
    ...(settings.franceConnect && { franceConnect: settings.franceConnect }),
    ...(settings.franceConnectPlus && {
      franceConnectPlus: settings.franceConnectPlus,
      keysDir: settings.keysDir,
    }),
    scopes: (context) => scopesForLogin(house, context),
    onLogin: (login) => {
      noteLogin(house, login.req);
      return prefillAtLogin(house, login);
    },
    keptAtLogin: KEPT_AT_LOGIN,
    renderError,
    logger,
    now,
  });
}

/** The collectivité's colours and mark, each a small file of its own so that pages need no inline style. */
function looks(house: House): express.Router {
  const router = express.Router();
  const colours = async (req: express.Request) =>
    (await house.collectivites.resolve({ host: req.hostname, path: req.path }))?.theme;
  router.get(["/theme.css", "/c/:slug/theme.css"], async (req, res, next) => {
    const theme = await colours(req);
    if (!theme) return next();
    res.set("Cache-Control", "public, max-age=300").type("css").send(themeCss(theme));
  });
  router.get(["/favicon.svg", "/c/:slug/favicon.svg"], async (req, res, next) => {
    const theme = await colours(req);
    if (!theme) return next();
    res.set("Cache-Control", "public, max-age=86400").type("svg").send(favicon(theme.primary, theme.accent));
  });
  return router;
}

/** A provider is never vital: forms can be filled by hand. */
function asDependency({ name, issuer }: ProviderStatus, all: () => readonly ProviderStatus[]): Dependency {
  return {
    name,
    vital: false,
    check: () => {
      const status = all().find((one) => one.name === name && one.issuer === issuer);
      return {
        state: status?.state === "up" ? "up" : "down",
        ...(status?.hint && { hint: status.hint }),
      };
    },
  };
}
