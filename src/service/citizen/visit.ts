import type { Request, Response } from "express";
import type { VNode } from "preact";
import type { Collectivite } from "../../collectivites/index.ts";
import type { Owner } from "../../dossiers/index.ts";
import { csrfToken, linkedAccounts } from "../../federation/index.ts";
import type { Frame } from "../frame.ts";
import type { House } from "../house.ts";
import { sendPage } from "../render.ts";
import { siteFrame } from "../site-frame.ts";
import { ownerOfCode } from "./resume-code.ts";

declare module "express-session" {
  interface SessionData {
    /** Dossiers sent in this session, by procedure: what the back button then leads to. */
    sent?: Record<string, string>;
  }
}

/** What of our session outlives the change of session id at a first login. */
export const KEPT_AT_LOGIN = ["codes", "parked"] as const;

/** One request of one citizen, for one collectivité. */
export interface Visit {
  readonly house: House;
  readonly req: Request;
  readonly res: Response;
  readonly collectivite: Collectivite;
  readonly frame: Frame;
  /** Every account and resume code that this browser has proven; empty for a passer-by. */
  readonly owners: readonly Owner[];
  /** A token for a form of this page; begins a session where there is none. */
  token(): string;
  show(page: VNode, status?: number): void;
  redirect(path: string): void;
}

/** Opens a visit; undefined where no collectivité answers at this address. */
export async function openVisit(house: House, req: Request, res: Response): Promise<Visit | undefined> {
  const collectivite = await house.collectivites.resolve({ host: req.hostname, path: req.path });
  if (!collectivite) return undefined;
  return {
    house,
    req,
    res,
    collectivite,
    frame: siteFrame(house, req, collectivite),
    owners: ownersOf(req),
    token: () => csrfToken(req),
    show: (page, status) => sendPage(res, page, status),
    redirect: (path) => res.redirect(303, path),
  };
}

/** The accounts proven in this session, the present one first, then whoever has its resume codes. */
export function ownersOf(req: Request): readonly Owner[] {
  return [...linkedAccounts(req), ...(req.session?.codes ?? []).map(ownerOfCode)];
}
