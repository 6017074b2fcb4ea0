import {
  beneficiaryOf,
  type FilledForm,
  fill,
  fingerprintOf,
  nextStep,
  partiesOf,
  validate,
  viewSteps,
} from "../../procedures/index.ts";
import { undefinedWhereChanged } from "../draft-changed.ts";
import { noteDossier } from "../onboarding/index.ts";
import { type DraftVisit, paths } from "./draft-visit.ts";
import { CheckPage } from "./pages/check.tsx";
import { onward, type ProcedureHandler, withDraft, withPosted } from "./with-draft.tsx";

export const showCheck = withDraft((visit) => {
  const { procedure, draft } = visit;
  const step = nextStep(procedure, draft.state);
  if (step) visit.redirect(paths(procedure.slug).step(step.slug));
  else renderCheck(visit);
});

/** Shows every answer; `message` says why it is shown again. */
export function renderCheck(visit: DraftVisit, message?: string, status = 200): void {
  const { house, procedure, draft, frame } = visit;
  const form = fill(procedure, draft.state);
  visit.show(
    <CheckPage
      frame={frame}
      slug={procedure.slug}
      title={procedure.title}
      steps={viewSteps(procedure, draft.state)}
      errors={status === 422 ? validate(procedure, draft.state, house.now()) : []}
      draft={draft.id}
      revision={draft.revision}
      token={visit.token()}
      withoutLogin={draft.state.identity === undefined}
      form={form}
      {...(procedure.forOthers && { whom: beneficiaryOf(draft.state) })}
      {...(message && { message })}
    />,
    status,
  );
}

const CHANGED =
  "Vos réponses ont changé depuis que cette page a été ouverte, dans un autre onglet, parce qu’une donnée est arrivée ou parce que la règle de calcul n’est plus la même. Relisez-les avant d’envoyer.";

/** Sends: once, whatever is clicked twice; only what was checked on the page. */
export const send: ProcedureHandler = withPosted(async (visit) => {
  const { house, req, procedure, draft, collectivite } = visit;
  if (nextStep(procedure, draft.state)) return visit.redirect(onward(visit));
  const form = fill(procedure, draft.state);
  if (Number(req.body.revision) !== draft.revision || req.body.form !== fingerprintOf(form)) {
    return renderCheck(visit, CHANGED, 409);
  }
  if (validate(procedure, draft.state, house.now()).length > 0) return renderCheck(visit, undefined, 422);
  const receipt = await house.dossiers
    .send({
      collectivite: collectivite.id,
      owners: [draft.owner],
      id: draft.id,
      form,
      applicant: applicantOf(form),
      retentionMonths: procedure.retentionMonths,
      expectedRevision: draft.revision,
    })
    .catch(undefinedWhereChanged);
  if (!receipt) return send(visit);
  noteDossier(house, collectivite, form);
  req.session.sent = { ...req.session.sent, [procedure.slug]: receipt.id };
  visit.redirect(paths(procedure.slug).confirmation(receipt.id));
});

/** Who asks, for the agent's list: « Jeanne MARTIN, par Paul DURAND » where somebody else did it for them. */
function applicantOf(form: FilledForm): string {
  const { beneficiary, filer } = partiesOf(form);
  return filer ? `${beneficiary}, par ${filer.name}` : beneficiary;
}
