import {
  type FieldError,
  fill,
  fingerprintOf,
  nextStep,
  partiesOf,
  validate,
  viewSteps,
} from "../../../procedures/index.ts";
import { undefinedWhereChanged } from "../../draft-changed.ts";
import { noteDossier } from "../../onboarding/index.ts";
import { textOf } from "../form-body.ts";
import type { Visit } from "../visit.ts";
import { CheckPage } from "./check-page.tsx";
import { type CounterVisit, counterPaths, withCounterDraft } from "./counter-visit.ts";

const CHANGED =
  "Les réponses ont changé depuis que cette page a été ouverte, par un collègue ou parce qu’une donnée est arrivée. Relisez-les avec l’usager avant d’envoyer.";
const NOT_READ: FieldError = {
  field: "relu",
  anchor: "relu",
  message: "Faites relire les réponses à l’usager, puis cochez la case.",
};

/** `GET /agent/guichet/:id/verification`: every answer, to be read again with the citizen. */
export const showCheck = withCounterDraft((visit) => {
  const { procedure, draft, desk, res } = visit;
  const step = nextStep(procedure, draft.state);
  if (step) res.redirect(303, counterPaths(desk.base, draft.id).step(step.slug));
  else render(visit);
});

/** `POST /agent/guichet/:id/verification`: sends what was read again, once, whatever is pressed twice. */
export const send: (visit: Visit) => Promise<void> = withCounterDraft(async (visit) => {
  const { house, req, res, procedure, draft, collectivite, desk, agent } = visit;
  const form = fill(procedure, draft.state);
  const seen = Number(textOf(req.body, "revision"));
  if (seen !== draft.revision || textOf(req.body, "form") !== fingerprintOf(form)) {
    return render(visit, { message: CHANGED, status: 409 });
  }
  const errors = validate(procedure, draft.state, house.now());
  if (errors.length > 0) return render(visit, { errors, status: 422 });
  if (textOf(req.body, "relu") !== "oui") return render(visit, { errors: [NOT_READ], status: 422 });
  const receipt = await house.dossiers
    .send({
      collectivite: collectivite.id,
      owners: [draft.owner],
      id: draft.id,
      form,
      applicant: partiesOf(form).beneficiary,
      retentionMonths: procedure.retentionMonths,
      expectedRevision: draft.revision,
      agent,
    })
    .catch(undefinedWhereChanged);
  if (!receipt) return send(visit);
  noteDossier(house, collectivite, form);
  res.redirect(303, counterPaths(desk.base, receipt.id).receipt);
});

function render(
  visit: CounterVisit,
  news: {
    readonly errors?: readonly FieldError[];
    readonly message?: string;
    readonly status?: number;
  } = {},
): void {
  const { procedure, draft, desk } = visit;
  const { errors = [], message, status = 200 } = news;
  const form = fill(procedure, draft.state);
  visit.show(
    <CheckPage
      desk={desk}
      id={draft.id}
      revision={draft.revision}
      title={procedure.title}
      steps={viewSteps(procedure, draft.state)}
      fingerprint={fingerprintOf(form)}
      errors={errors}
      {...(form.price && { price: form.price })}
      {...(message && { message })}
    />,
    status,
  );
}
