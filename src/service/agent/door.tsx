import type { Request, RequestHandler } from "express";
import type { Collectivite } from "../../collectivites/index.ts";
import { type ProConnect, ProConnectButton, proConnect } from "../../federation/index.ts";
import { sendPage } from "../render.ts";
import { authorizeAgent } from "./authorize.ts";
import { type Desk, deskFor } from "./desk.ts";
import { createErrorPages, type ErrorPages } from "./error-pages.tsx";
import { textOf } from "./form-body.ts";
import type { AgentHouse } from "./house.ts";
import { LoginPage } from "./login.tsx";
import { ProblemPage } from "./problem.tsx";
import { RIGHTS, type RoleOf } from "./role.ts";
import { openVisit, type Visits } from "./visit.ts";

const MOUNT = "/agent";
const LOGIN = `${MOUNT}/auth`;

/** What stands before every page: whose desk it is, the login, and who may pass. */
export interface Door {
  readonly handlers: readonly RequestHandler[];
  readonly errors: ErrorPages;
  /** Absent where it is not configured. */
  readonly proConnect?: ProConnect;
}

/** Builds the door of the agents' side. */
export function createDoor(house: AgentHouse, roleOf: RoleOf, visits: Visits): Door {
  const collectivites = new WeakMap<Request, Collectivite>();
  const resolve = async (req: Request): Promise<Collectivite | undefined> =>
    house.collectivites.resolve({ host: req.hostname, path: req.originalUrl });
  const deskOf = (req: Request): Desk | undefined => {
    const collectivite = collectivites.get(req);
    return collectivite && deskFor(house, roleOf, req, collectivite);
  };
  const errors = createErrorPages(house, deskOf);

  const welcome: RequestHandler = async (req, _res, next) => {
    const collectivite = await resolve(req);
    if (!collectivite) return next("router");
    collectivites.set(req, collectivite);
    next();
  };

  const login =
    house.settings.proConnect &&
    proConnect({
      baseUrl: house.settings.baseUrl,
      mountPath: LOGIN,
      home: MOUNT,
      client: house.settings.proConnect,
      logger: house.logger,
      now: house.now,
      authorize: async (agent, req) => {
        const collectivite = await resolve(req);
        return collectivite
          ? authorizeAgent(agent, collectivite)
          : { reason: "Aucune collectivité ne répond à cette adresse." };
      },
      renderError: (req, res, error) => {
        const desk = deskOf(req);
        if (desk) errors.show(desk, res, error);
        else res.sendStatus(error.status);
      },
    });

  const guard: RequestHandler = (req, res, next) => {
    const collectivite = collectivites.get(req) as Collectivite;
    const desk = deskFor(house, roleOf, req, collectivite);
    if (!req.agent) {
      const expired = req.path !== "/";
      const button = login && <ProConnectButton href={`${LOGIN}/login${returnTo(req)}`} />;
      sendPage(
        res,
        <LoginPage
          desk={desk}
          siret={collectivite.siret}
          expired={expired}
          lostText={lostText(req, house.settings.baseUrl)}
          {...(button && { button })}
        />,
        expired ? 401 : 200,
      );
      return;
    }
    const authorized = authorizeAgent(req.agent, collectivite);
    if (authorized !== true) {
      const title = "Vous n’avez pas accès à cet espace";
      sendPage(res, <ProblemPage desk={desk} title={title} message={authorized.reason} />, 403);
      return;
    }
    const rights = RIGHTS[roleOf(req.agent, collectivite)];
    visits.set(openVisit(house, rights, req.agent, { req, res, collectivite, desk }));
    next();
  };
  return {
    handlers: [welcome, ...(login ? [login] : []), guard],
    errors,
    ...(login && { proConnect: login }),
  };
}

/** Back to the page that was asked for, or that the form stood on: each has one address for both. */
function returnTo(req: Request): string {
  return `?${new URLSearchParams({ return_to: req.path === "/" ? MOUNT : req.originalUrl })}`;
}

/** What was typed when the session had ended, given back to its author: a form of another site gets nothing shown. */
function lostText(req: Request, baseUrl: string): string {
  return req.get("origin") === new URL(baseUrl).origin ? textOf(req.body, "motif") : "";
}
