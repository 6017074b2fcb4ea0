import { beneficiaryOf, nextStep, type Procedure } from "../../procedures/index.ts";
import {
  type DraftVisit,
  findDraft,
  findDraftById,
  isSureEnough,
  type ProcedureVisit,
  paths,
} from "./draft-visit.ts";
import { ProblemPage } from "./pages/problem.tsx";

export type ProcedureHandler = (visit: ProcedureVisit) => Promise<void>;

/** Whether there is anything to say of sources: somebody is known, and the procedure reads something. */
export const readsSources = ({ procedure, draft }: DraftVisit): boolean =>
  draft.state.identity !== undefined && beneficiaryOf(draft.state) === "self" && hasSources(procedure);

const hasSources = ({ sources }: Procedure): boolean => Object.keys(sources).length > 0;

/** The page that comes next: the first step not yet sent, then the check. */
export function onward({ procedure, draft }: Pick<DraftVisit, "procedure" | "draft">): string {
  const to = paths(procedure.slug);
  const step = nextStep(procedure, draft.state);
  return step ? to.step(step.slug) : to.check;
}

/** Runs a page on the draft; without one, leads to where one is begun. */
export function withDraft(handler: (visit: DraftVisit) => Promise<void> | void): ProcedureHandler {
  return async (visit) => {
    const found = await findDraft(visit);
    if (found) return handler(found);
    const sent = visit.req.session.sent?.[visit.procedure.slug];
    if (sent) return alreadySent(visit, sent);
    const { form, presentation } = paths(visit.procedure.slug);
    visit.redirect(isSureEnough(visit) ? form : presentation);
  };
}

/** The back button after sending leads here. */
function alreadySent(visit: ProcedureVisit, dossier: string): void {
  visit.show(
    <ProblemPage
      frame={visit.frame}
      title="Cette demande est déjà envoyée"
      message="Elle ne peut plus être modifiée ici. Vous pouvez la retrouver, ou en commencer une autre."
      ways={[
        { href: `/mes-dossiers/${dossier}`, label: "Voir mon dossier" },
        { href: paths(visit.procedure.slug).presentation, label: "Commencer une autre demande" },
      ]}
    />,
    409,
  );
}

/** The draft that a posted form was about; a form of a draft that was sent leads to its dossier. */
export function withPosted(handler: (visit: DraftVisit) => Promise<void>): ProcedureHandler {
  return async (visit) => {
    const id = typeof visit.req.body?.draft === "string" ? visit.req.body.draft : "";
    const found = await findDraftById(visit, id);
    if (found) return handler(found);
    const { house, collectivite, owners, procedure } = visit;
    const sent = await house.dossiers.findForCitizen({ collectivite: collectivite.id, owners, id });
    visit.redirect(sent ? paths(procedure.slug).confirmation(id) : paths(procedure.slug).form);
  };
}
