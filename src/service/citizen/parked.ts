import type { Request } from "express";
import { applyStep } from "../../procedures/index.ts";
import { type DraftVisit, findDraft, findDraftById, type ProcedureVisit } from "./draft-visit.ts";
import { isForSame } from "./for-whom.ts";

declare module "express-session" {
  interface SessionData {
    /** What was typed when the session had expired: the token that gives it back, and the procedure it is for. */
    parked?: { readonly token: string; readonly procedure: string };
    /** Answers were just found again: the next page says so. */
    found?: boolean;
  }
}

type Body = Readonly<Record<string, string | readonly string[]>>;

/** Said by the form itself: it was filled without FranceConnect. */
export const BY_HAND = { name: "saisie", value: "sans-franceconnect" } as const;

export const isByHand = (body: Body | undefined): boolean => body?.[BY_HAND.name] === BY_HAND.value;

/** Keeps what was typed into a form whose session had expired, until its author is back. */
export async function park({ house, req, collectivite, procedure }: ProcedureVisit, step: string) {
  const { _csrf, ...body } = (req.body ?? {}) as Record<string, string | string[]>;
  const token = await house.dossiers.parked.park({
    collectivite: collectivite.id,
    values: { procedure: procedure.slug, step, body },
  });
  req.session.parked = { token, procedure: procedure.slug };
}

/**
 * What the browser itself says of a form's origin; without a word of it, the form is a stranger's. Only our own
 * pages may leave something here: another site must not plant answers, nor take the place of a session.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
export function isFromOurPages(req: Request, baseUrl: string): boolean {
  const site = req.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const origin = req.get("origin");
  return origin === undefined ? site === "same-origin" : origin === new URL(baseUrl).origin;
}

/**
 * The draft into which a form of an earlier session may go: the one it was about, when it is still this citizen's.
 * A draft filled by hand belonged to the lost session alone, so that the one begun since takes its place. On a shared
 * computer the next citizen gets nothing.
 */
export async function draftOfEarlierForm(visit: ProcedureVisit, body: Body): Promise<DraftVisit | undefined> {
  const own = typeof body.draft === "string" ? await findDraftById(visit, body.draft) : undefined;
  const begun = own ?? (isByHand(body) ? await begunByHand(visit) : undefined);
  return begun && isForSame(visit.procedure, body, begun.draft.state) ? begun : undefined;
}

async function begunByHand(visit: ProcedureVisit): Promise<DraftVisit | undefined> {
  const begun = await findDraft(visit);
  return begun?.draft.owner.platform === "session" ? begun : undefined;
}

/** Puts parked answers into the draft they belong to; returns their step, undefined where there are none. */
export async function claimParked(visit: ProcedureVisit): Promise<string | undefined> {
  const { house, req, collectivite, procedure } = visit;
  const { parked } = req.session;
  if (parked?.procedure !== procedure.slug) return undefined;
  delete req.session.parked;
  const values = await house.dossiers.parked.claim({ collectivite: collectivite.id, token: parked.token });
  const found = values && (await draftOfEarlierForm(visit, values.body));
  if (!found) return undefined;
  await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: found.draft.id,
    owners: [found.draft.owner],
    change: (state) => {
      const applied = applyStep(procedure, state, values.step, values.body, house.now());
      return { ...applied.state, completed: applied.state.completed.filter((slug) => slug !== values.step) };
    },
  });
  req.session.found = true;
  return values.step;
}
