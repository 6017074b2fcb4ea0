import type { Request, RequestHandler, Response } from "express";
import type { VNode } from "preact";
import type { Collectivite } from "../../collectivites/index.ts";
import type { JournalInput } from "../../dossiers/index.ts";
import { type Agent, csrfToken } from "../../federation/index.ts";
import { sendPage } from "../render.ts";
import { siteFrame } from "../site-frame.ts";
import { authorizeAgent } from "./authorize.ts";
import type { AgentHouse } from "./house.ts";
import type { Desk } from "./layout.tsx";
import { RIGHTS, type Rights, type Role, type RoleOf } from "./role.ts";

/** One authorised request of one agent. */
export interface Visit {
  readonly house: AgentHouse;
  readonly req: Request;
  readonly res: Response;
  readonly agent: { readonly sub: string; readonly name: string };
  readonly rights: Rights;
  readonly collectivite: Collectivite;
  readonly desk: Desk;
  /**
   * Writes the journal; it settles when the row is on disk. Await it before anything personal is sent: where the
   * journal cannot be written, nothing is shown.
   */
  trace(entry: Omit<JournalInput, "collectivite" | "actor"> & { readonly purpose: string }): Promise<void>;
  show(page: VNode, status?: number): void;
}

/** The name that citizens and colleagues read beside a decision. */
export function agentName({ givenName, usualName }: Pick<Agent, "givenName" | "usualName">): string {
  return `${givenName} ${usualName}`.trim();
}

/** Opens a visit for an agent who may enter this collectivité; the reason where they may not. */
export function openVisit(
  house: AgentHouse,
  roleOf: RoleOf,
  request: { readonly req: Request; readonly res: Response; readonly collectivite: Collectivite },
  agent: Agent,
): Visit | { readonly reason: string; readonly desk: Desk } {
  const { req, res, collectivite } = request;
  const name = agentName(agent);
  const role: Role = roleOf(agent, collectivite);
  const desk: Desk = {
    frame: { ...siteFrame(house, req, collectivite), csrfToken: csrfToken(req) },
    agent: { name, role },
  };
  const authorized = authorizeAgent(agent, collectivite);
  if (authorized !== true) return { reason: authorized.reason, desk };
  return {
    house,
    req,
    res,
    agent: { sub: agent.sub, name },
    rights: RIGHTS[role],
    collectivite,
    desk,
    trace: (entry) =>
      house.dossiers.journal.record({
        ...entry,
        collectivite: collectivite.id,
        actor: { kind: "agent", sub: agent.sub, name },
      }),
    show: (page, status) => sendPage(res, page, status),
  };
}

/** What a page does with a visit. */
export type Handler = (visit: Visit) => Promise<void> | void;

/** Visits under way, by request: opened by the doorkeeper, used by the page. */
export interface Visits {
  set(visit: Visit): void;
  page(handler: Handler): RequestHandler;
}

export function createVisits(): Visits {
  const open = new WeakMap<Request, Visit>();
  return {
    set: (visit) => void open.set(visit.req, visit),
    page: (handler) => async (req, _res, next) => {
      const visit = open.get(req);
      if (visit) await handler(visit);
      else next();
    },
  };
}
