import { beginByHand, beginDraft, findDraft, isSureEnough, paths } from "./draft-visit.ts";
import { claimParked } from "./parked.ts";
import { onward, type ProcedureHandler, readsSources } from "./with-draft.tsx";

/** `…/formulaire`: where a login comes back to; leads to whatever comes next in the draft. */
export const enter: ProcedureHandler = async (visit) => {
  const { procedure } = visit;
  const to = paths(procedure.slug);
  const found = await findDraft(visit);
  if (!found && !isSureEnough(visit)) {
    const query = new URLSearchParams({ level: procedure.level, return_to: to.form });
    return visit.redirect(`/auth/login?${query}`);
  }
  const draftVisit = found ?? (await beginDraft(visit));
  const parked = await claimParked(draftVisit);
  if (parked) return visit.redirect(to.step(parked));
  const begins = draftVisit.draft.state.completed.length === 0 && readsSources(draftVisit);
  visit.redirect(begins ? to.sources : onward(draftVisit));
};

/** `…/sans-franceconnect`: the same form, typed by hand. */
export const enterByHand: ProcedureHandler = async (visit) => {
  const draftVisit = (await findDraft(visit)) ?? (await beginByHand(visit));
  const parked = await claimParked(draftVisit);
  visit.redirect(parked ? paths(visit.procedure.slug).step(parked) : onward(draftVisit));
};
