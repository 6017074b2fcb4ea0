import type { Dossier } from "../../dossiers/index.ts";
import { correctForm, type Procedure, type Refused, viewCorrection } from "../../procedures/index.ts";
import { dossierPaths, lastRequest, requestIn } from "./dossier-now.ts";
import { titleOf, withDossier } from "./dossier-routes.tsx";
import { CorrectionPage } from "./pages/correction.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import { moveOn, revisionOf, showChanged } from "./stale-dossier.tsx";
import type { Visit } from "./visit.ts";
import { withoutUploads } from "./without-uploads.ts";

export const showCorrection = withDossier((visit, dossier) => {
  if (requestIn(dossier)) renderCorrection(visit, dossier);
  else visit.redirect(dossierPaths(dossier.id).dossier);
});

const procedureOf = ({ house }: Visit, dossier: Dossier): Procedure | undefined =>
  house.procedures.find(({ slug }) => slug === dossier.procedure);

/** Shows the asked fields, with what was refused where something was. */
function renderCorrection(visit: Visit, dossier: Dossier, refused?: Refused): void {
  const request = requestIn(dossier);
  const procedure = procedureOf(visit, dossier);
  const asked = request && procedure ? viewCorrection(procedure, dossier.form, request.fields, refused) : [];
  if (!request || asked.length === 0) {
    showNothingLeft(visit, dossier);
    return;
  }
  const { fields, errors } = withoutUploads({ fields: asked }, refused?.errors ?? []);
  visit.show(
    <CorrectionPage
      frame={visit.frame}
      title={titleOf(visit, dossier)}
      dossier={dossier}
      request={request}
      fields={fields}
      errors={errors}
      token={visit.token()}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

/** The procedure has changed since, and no longer asks what the agent wants corrected. */
function showNothingLeft(visit: Visit, dossier: Dossier): void {
  visit.show(
    <ProblemPage
      frame={visit.frame}
      title="Cette correction ne peut plus se faire ici"
      message={`Le formulaire a changé depuis votre envoi. Contactez la mairie avec le numéro ${dossier.number} : elle corrigera votre dossier avec vous.`}
      ways={[
        { href: dossierPaths(dossier.id).dossier, label: "Voir mon dossier" },
        { href: "/aide", label: "Contacter la mairie" },
      ]}
    />,
    409,
  );
}

/** Sends the correction: of the fields asked for alone, and for the revision that the citizen was looking at. */
export const correct = withDossier(async (visit, dossier) => {
  const { house, req, collectivite, owners } = visit;
  const procedure = procedureOf(visit, dossier);
  if (!procedure) return showNothingLeft(visit, dossier);
  const expectedRevision = revisionOf(visit);
  const names = lastRequest(dossier)?.fields ?? [];
  const { form, ...refused } = correctForm(procedure, dossier.form, names, req.body, house.now());
  if (!requestIn(dossier) || expectedRevision !== dossier.revision) {
    if (isSentTwice(dossier, expectedRevision, form)) visit.redirect(dossierPaths(dossier.id).dossier);
    else showChanged(visit, dossier);
    return;
  }
  if (refused.stay || refused.errors.length > 0) {
    renderCorrection(visit, dossier, refused.stay ? { ...refused, errors: [] } : refused);
    return;
  }
  await moveOn(visit, dossier, () =>
    house.dossiers.correct({
      collectivite: collectivite.id,
      owners,
      id: dossier.id,
      form,
      expectedRevision,
    }),
  );
});

/** A button pressed twice: the dossier already holds this very correction. */
function isSentTwice({ form, history }: Dossier, seen: number, sent: Dossier["form"]): boolean {
  const last = history.at(-1);
  return (
    last?.type === "corrected" && last.revision === seen + 1 && JSON.stringify(form) === JSON.stringify(sent)
  );
}
