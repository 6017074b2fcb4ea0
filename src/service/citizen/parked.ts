import type { Request } from "express";
import { applyStep, type Procedure } from "../../procedures/index.ts";
import { type DraftVisit, findDraft, findDraftById, type ProcedureVisit, paths } from "./draft-visit.ts";
import { isForSame } from "./for-whom.ts";
import type { Visit } from "./visit.ts";

declare module "express-session" {
  interface SessionData {
    /** What was typed when the session had expired: the token that gives it back, and the page it was typed on. */
    parked?: { readonly token: string; readonly page: string };
    /** Answers were just found again: the next page says so. */
    found?: boolean;
  }
}

/** Said where answers come back after a lost session. */
export const FOUND_AGAIN = "Vos réponses ont été retrouvées. Vérifiez-les, puis enregistrez.";

export type Body = Readonly<Record<string, string | readonly string[]>>;

/** Said by the form itself: it was filled without FranceConnect. */
export const BY_HAND = { name: "saisie", value: "sans-franceconnect" } as const;

export const isByHand = (body: Body | undefined): boolean => body?.[BY_HAND.name] === BY_HAND.value;

/** Keeps what was typed into a form whose session had expired, until its author is back. */
export async function park({ house, req, collectivite }: Visit, page: string): Promise<void> {
  const { _csrf, ...body } = (req.body ?? {}) as Record<string, string | string[]>;
  const token = await house.dossiers.parked.park({
    collectivite: collectivite.id,
    values: { page, body },
  });
  req.session.parked = { token, page };
}

/** What this browser had typed on this page when its session had expired, once. */
export async function claimTyped(
  { house, req, collectivite }: Visit,
  page: string,
): Promise<Body | undefined> {
  const { parked } = req.session;
  if (parked?.page !== page) return undefined;
  delete req.session.parked;
  const values = await house.dossiers.parked.claim({ collectivite: collectivite.id, token: parked.token });
  return values?.page === page ? values.body : undefined;
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
  const to = paths(procedure.slug);
  const step = procedureSteps(procedure).find((slug) => to.step(slug) === req.session.parked?.page);
  const body = step === undefined ? undefined : await claimTyped(visit, to.step(step));
  const found = body && (await draftOfEarlierForm(visit, body));
  if (!found || step === undefined) return undefined;
  await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: found.draft.id,
    owners: [found.draft.owner],
    change: (state) => {
      const applied = applyStep(procedure, state, step, body, house.now());
      return { ...applied.state, completed: applied.state.completed.filter((slug) => slug !== step) };
    },
  });
  req.session.found = true;
  return step;
}

const procedureSteps = ({ steps, stepsForOthers }: Procedure): readonly string[] =>
  [...steps, ...stepsForOthers].map(({ slug }) => slug);
