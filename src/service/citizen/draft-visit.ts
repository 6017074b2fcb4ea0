import type { Draft } from "../../dossiers/index.ts";
import { isAtLeast } from "../../federation/index.ts";
import {
  type Beneficiary,
  carryOver,
  emptyState,
  type FormState,
  fileFor,
  type Procedure,
} from "../../procedures/index.ts";
import { identify, identityOf, readSources } from "./prefill.ts";
import { newResumeCode, ownerOfCode, rememberCode } from "./resume-code.ts";
import { ownersOf, type Visit } from "./visit.ts";

declare module "express-session" {
  interface SessionData {
    /** The form has changed since the draft was begun: the next page says so. */
    formChanged?: boolean;
  }
}

/** A visit of one procedure. */
export interface ProcedureVisit extends Visit {
  readonly procedure: Procedure;
}

/** A visit of one draft of it. */
export interface DraftVisit extends ProcedureVisit {
  readonly draft: Draft;
}

/** Where each page of a procedure is. */
export const paths = (slug: string) => ({
  presentation: `/demarches/${slug}`,
  form: `/demarches/${slug}/formulaire`,
  byHand: `/demarches/${slug}/sans-franceconnect`,
  forWhom: `/demarches/${slug}/pour-qui`,
  code: `/demarches/${slug}/code-de-reprise`,
  sources: `/demarches/${slug}/recuperation`,
  step: (step: string) => `/demarches/${slug}/etape/${step}`,
  check: `/demarches/${slug}/verification`,
  confirmation: (id: string) => `/demarches/${slug}/confirmation/${id}`,
  opinion: (ticket: string) => `/demarches/${slug}/avis?${new URLSearchParams({ ticket })}`,
});

/** Where a login for this procedure begins, at the level that it needs. */
export const loginPath = ({ level }: Pick<Procedure, "level">, returnTo: string): string =>
  `/auth/login?${new URLSearchParams({ level, return_to: returnTo })}`;

/** Whether the citizen who is logged in may use their proven identity in this procedure. */
export function isSureEnough({ req, procedure }: ProcedureVisit): boolean {
  return req.citizen !== undefined && isAtLeast(req.citizen.level, procedure.level);
}

/** Owners whose drafts may be shown here: an account counts only at the level that the procedure needs. */
function ownersFor(visit: ProcedureVisit) {
  return isSureEnough(visit) ? visit.owners : visit.owners.filter(({ platform }) => platform === "session");
}

/** The draft that a page shows; undefined where there is none, or none that may be seen at this level. */
export async function findDraft(visit: ProcedureVisit): Promise<DraftVisit | undefined> {
  const draft = await visit.house.dossiers.drafts.findByProcedure({
    collectivite: visit.collectivite.id,
    procedure: visit.procedure.slug,
    owners: ownersFor(visit),
  });
  return draft && fitted({ ...visit, draft });
}

/** A draft begun with an older version of the form goes on with the one of today, and its author is told. */
async function fitted(visit: DraftVisit): Promise<DraftVisit | undefined> {
  const { house, req, procedure, draft } = visit;
  if (draft.state.version === procedure.version) return visit;
  const { id, collectivite, owner } = draft;
  const change = (state: FormState) => carryOver(procedure, state, house.now());
  const carried = await house.dossiers.drafts.change({ id, collectivite, owners: [owner], change });
  req.session.formChanged = true;
  return carried && { ...visit, draft: carried };
}

/** The draft that a form was about, by its id: its own page may have been left behind by another tab. */
export async function findDraftById(visit: ProcedureVisit, id: string): Promise<DraftVisit | undefined> {
  const draft = await visit.house.dossiers.drafts.find({
    collectivite: visit.collectivite.id,
    owners: ownersFor(visit),
    id,
  });
  return draft?.procedure === visit.procedure.slug ? fitted({ ...visit, draft }) : undefined;
}

/** Begins a draft for the citizen who is logged in, and reads what can be read without a fresh login. */
export async function beginDraft(visit: ProcedureVisit, whom: Beneficiary): Promise<DraftVisit> {
  const { house, req, collectivite, procedure } = visit;
  const { citizen } = req;
  if (!citizen || !isSureEnough(visit)) return beginByHand(visit, whom);
  const opened = await house.dossiers.drafts.open({
    collectivite: collectivite.id,
    procedure: procedure.slug,
    owner: { platform: citizen.platform, sub: citizen.sub },
    initial: fileFor(procedure, emptyState(procedure, identityOf(citizen)), whom),
  });
  const draft = (await identify(house, opened, citizen)) ?? opened;
  await readSources(house, { collectivite, procedure, draft, citizen });
  return (await findDraftById(visit, draft.id)) ?? { ...visit, draft };
}

/** The way without FranceConnect: the same form, typed by hand, opened again by its own code. */
export async function beginByHand(visit: ProcedureVisit, whom: Beneficiary): Promise<DraftVisit> {
  const { house, req, collectivite, procedure } = visit;
  const code = newResumeCode();
  rememberCode(req, code);
  const draft = await house.dossiers.drafts.open({
    collectivite: collectivite.id,
    procedure: procedure.slug,
    owner: ownerOfCode(code),
    initial: fileFor(procedure, emptyState(procedure), whom),
  });
  return { ...visit, owners: ownersOf(req), draft };
}
