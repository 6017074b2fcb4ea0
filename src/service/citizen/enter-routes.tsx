import { type Beneficiary, beneficiaryOf } from "../../procedures/index.ts";
import {
  beginByHand,
  beginDraft,
  type DraftVisit,
  findDraft,
  isSureEnough,
  loginPath,
  type ProcedureVisit,
  paths,
} from "./draft-visit.ts";
import { whomIn, withWhom } from "./for-whom.ts";
import { claimParked } from "./parked.ts";
import { onward, type ProcedureHandler, readsSources } from "./with-draft.tsx";

/** `…/formulaire`: where a login comes back to; leads to whatever comes next in the draft. */
export const enter: ProcedureHandler = (visit) =>
  enterFor(visit, (whom) => {
    if (isSureEnough(visit)) return beginDraft(visit, whom);
    const { procedure } = visit;
    const returnTo = withWhom(paths(procedure.slug).form, procedure.forOthers && whom);
    visit.redirect(loginPath(procedure, returnTo));
  });

/** `…/sans-franceconnect`: the same form, typed by hand. */
export const enterByHand: ProcedureHandler = (visit) => enterFor(visit, (whom) => beginByHand(visit, whom));

type Begin = (whom: Beneficiary) => Promise<DraftVisit> | undefined;

/** Goes on in the draft, begun where there is none, once it is known for whom. */
async function enterFor(visit: ProcedureVisit, begin: Begin): Promise<void> {
  const { procedure, req } = visit;
  const to = paths(procedure.slug);
  const whom = whomIn(procedure, req.originalUrl);
  const found = await findDraft(visit);
  if (!found && whom === undefined) return visit.redirect(`${to.presentation}#commencer`);
  const draftVisit = found ?? (whom && (await begin(whom)));
  if (!draftVisit) return;
  const parked = await claimParked(draftVisit);
  if (parked) return visit.redirect(to.step(parked));
  const { state } = draftVisit.draft;
  if (procedure.forOthers && whom && whom !== beneficiaryOf(state)) return visit.redirect(to.forWhom);
  const begins = state.completed.length === 0 && readsSources(draftVisit);
  visit.redirect(begins ? to.sources : onward(draftVisit));
}
