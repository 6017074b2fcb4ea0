import type { Request, RequestHandler } from "express";
import { type ProConnect, ProConnectButton, proConnect } from "../../federation/index.ts";
import { sendPage } from "../render.ts";
import { authorizeAgent } from "./authorize.ts";
import { AUTH, baseOf, type Desk, deskFor, type Place } from "./desk.ts";
import { createErrorPages, type ErrorPages } from "./error-pages.tsx";
import { textOf } from "./form-body.ts";
import type { AgentHouse } from "./house.ts";
import { LoginPage } from "./login.tsx";
import { ProblemPage } from "./problem.tsx";
import { RIGHTS, type RoleOf } from "./role.ts";
import { openVisit, type Visits } from "./visit.ts";

/** What stands before every page: whose desk it is, the login, and who may pass. */
export interface Door {
  readonly handlers: readonly RequestHandler[];
  readonly errors: ErrorPages;
  /** Absent where it is not configured. */
  readonly proConnect?: ProConnect;
}

/** Builds the door of the agents' side. */
export function createDoor(house: AgentHouse, roleOf: RoleOf, visits: Visits): Door {
  const places = new WeakMap<Request, Place>();
  const deskOf = (req: Request): Desk | undefined => {
    const place = places.get(req);
    return place && deskFor(house, roleOf, req, place);
  };
  const errors = createErrorPages(house, deskOf);

  /** The collectivité that an address names; the service's own where several share the host and none is named. */
  const enter = async (req: Request, path: string): Promise<Place | undefined> => {
    const named = await house.collectivites.resolve({ host: req.hostname, path });
    const collectivite =
      named ??
      (path.startsWith("/c/")
        ? undefined
        : await house.collectivites.findBySiret(house.settings.collectivite.siret));
    const place = collectivite && { collectivite, base: baseOf(path) };
    if (place) places.set(req, place);
    return place;
  };

  const welcome: RequestHandler = async (req, _res, next) => {
    next((await enter(req, req.originalUrl)) ? undefined : "router");
  };

  const login =
    house.settings.proConnect &&
    proConnect({
      baseUrl: house.settings.baseUrl,
      mountPath: AUTH,
      home: "/agent",
      client: house.settings.proConnect,
      logger: house.logger,
      now: house.now,
      authorize: async (agent, req, returnTo) => {
        const place = await enter(req, returnTo);
        return place
          ? authorizeAgent(agent, place.collectivite)
          : { reason: "Aucune collectivité ne répond à cette adresse." };
      },
      renderError: (req, res, error) => {
        const desk = deskOf(req);
        if (desk) errors.show(desk, res, error);
        else res.sendStatus(error.status);
      },
    });

  const guard: RequestHandler = (req, res, next) => {
    const place = places.get(req) as Place;
    const { collectivite } = place;
    const desk = deskFor(house, roleOf, req, place);
    if (!req.agent) {
      const expired = req.path !== "/";
      const button = login && <ProConnectButton href={`${AUTH}/login${returnTo(req, place)}`} />;
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
function returnTo(req: Request, { base }: Place): string {
  return `?${new URLSearchParams({ return_to: req.path === "/" ? base : req.originalUrl })}`;
}

/** What was typed when the session had ended, given back to its author: a form of another site gets nothing shown. */
function lostText(req: Request, baseUrl: string): string {
  return req.get("origin") === new URL(baseUrl).origin ? textOf(req.body, "motif") : "";
}
