import type { Request } from "express";
import { applyStep } from "../../procedures/index.ts";
import type { DraftVisit, ProcedureVisit } from "./draft-visit.ts";

declare module "express-session" {
  interface SessionData {
    /** Answers were just found again: the next page says so. */
    found?: boolean;
  }
}

/**
 * Keeps what was typed into a form whose session had expired, until its author has logged in again. Only our own
 * pages may leave something here: another site must not plant answers, nor take the place of a session.
 */
export async function park(visit: ProcedureVisit, step: string): Promise<boolean> {
  const { house, req, collectivite, procedure } = visit;
  if (!isFromOurPages(req, house.settings.baseUrl)) return false;
  const { _csrf, ...body } = (req.body ?? {}) as Record<string, string | string[]>;
  req.session.parked = await house.dossiers.parked.park({
    collectivite: collectivite.id,
    values: { procedure: procedure.slug, step, body },
  });
  return true;
}

/**
 * What the browser itself says of a form's origin; without a word of it, the form is a stranger's.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
export function isFromOurPages(req: Request, baseUrl: string): boolean {
  const site = req.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const origin = req.get("origin");
  return origin === undefined ? site === "same-origin" : origin === new URL(baseUrl).origin;
}

/** Puts parked answers into the draft they belong to; returns their step, undefined where there are none. */
export async function claimParked({
  house,
  req,
  collectivite,
  procedure,
  draft,
}: DraftVisit): Promise<string | undefined> {
  const token = req.session.parked;
  if (!token) return undefined;
  delete req.session.parked;
  const values = await house.dossiers.parked.claim({ collectivite: collectivite.id, token });
  if (values?.procedure !== procedure.slug) return undefined;
  await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: draft.id,
    owners: [draft.owner],
    change: (state) => {
      const applied = applyStep(procedure, state, values.step, values.body, house.now());
      return { ...applied.state, completed: applied.state.completed.filter((slug) => slug !== values.step) };
    },
  });
  req.session.found = true;
  return values.step;
}
