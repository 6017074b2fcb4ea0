import { type Beneficiary, beneficiaryOf, fileFor, lostBy } from "../../procedures/index.ts";
import { type DraftVisit, paths } from "./draft-visit.ts";
import { FOR_WHOM, whomIn } from "./for-whom.ts";
import { ForWhomPage } from "./pages/for-whom.tsx";
import { readAgain } from "./source-routes.tsx";
import { onward, readsSources, withDraft, withPosted } from "./with-draft.tsx";

const opposite = ({ draft }: DraftVisit): Beneficiary =>
  beneficiaryOf(draft.state) === "other" ? "self" : "other";

/** « Changer »: for whom the demand is, what would be lost by changing it, and the button that does. */
export const showForWhom = withDraft((visit) => {
  const { procedure, draft, frame } = visit;
  if (procedure.forOthers === undefined) return visit.redirect(onward(visit));
  const to = opposite(visit);
  visit.show(
    <ForWhomPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      to={to}
      lost={lostBy(procedure, draft.state, to)}
      reads={Object.keys(procedure.sources).length > 0 && draft.state.identity !== undefined}
      draft={draft.id}
      token={visit.token()}
      back={onward(visit)}
    />,
  );
});

/** Turns the draft to the other person; pressed twice, it is turned once. */
export const turn = withPosted(async (visit) => {
  const { house, req, procedure, draft, collectivite } = visit;
  const to = whomIn(procedure, `?${FOR_WHOM}=${String(req.body[FOR_WHOM])}`);
  if (procedure.forOthers === undefined || to === undefined) return visit.redirect(onward(visit));
  const turned = await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: draft.id,
    owners: [draft.owner],
    change: (state) => fileFor(procedure, state, to),
  });
  if (!turned) return visit.redirect(paths(procedure.slug).form);
  const after: DraftVisit = { ...visit, draft: turned };
  if (readsSources(after)) await readAgain(after);
  visit.redirect(readsSources(after) ? paths(procedure.slug).sources : onward(after));
});
