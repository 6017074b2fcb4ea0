import type { Request, RequestHandler, Response } from "express";
import type { VNode } from "preact";
import type { Collectivite } from "../../collectivites/index.ts";
import type { JournalInput } from "../../dossiers/index.ts";
import type { Agent } from "../../federation/index.ts";
import { sendPage } from "../render.ts";
import { agentName, type Desk } from "./desk.ts";
import type { AgentHouse } from "./house.ts";
import type { Rights } from "./role.ts";

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

/** Opens the visit of an agent whom the door has let in. */
export function openVisit(
  house: AgentHouse,
  rights: Rights,
  agent: Agent,
  place: Pick<Visit, "req" | "res" | "collectivite" | "desk">,
): Visit {
  const { sub } = agent;
  const name = agentName(agent);
  return {
    ...place,
    house,
    rights,
    agent: { sub, name },
    trace: (entry) =>
      house.dossiers.journal.record({
        ...entry,
        collectivite: place.collectivite.id,
        actor: { kind: "agent", sub, name },
      }),
    show: (page, status) => sendPage(place.res, page, status),
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
