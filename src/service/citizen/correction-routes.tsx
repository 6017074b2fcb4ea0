import type { Dossier } from "../../dossiers/index.ts";
import { correctForm, type Procedure, type Refused, viewCorrection } from "../../procedures/index.ts";
import { dossierPaths, lastRequest, requestIn } from "./dossier-now.ts";
import { titleOf, withDossier } from "./dossier-routes.tsx";
import { keepFiles, mergeErrors, withJoined } from "./keep-files.ts";
import { CorrectionPage } from "./pages/correction.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import { type Body, claimTyped, FOUND_AGAIN } from "./parked.ts";
import { moveOn, revisionOf, showChanged } from "./stale-dossier.tsx";
import type { Visit } from "./visit.ts";

export const showCorrection = withDossier(async (visit, dossier) => {
  const { dossier: here, correction } = dossierPaths(dossier.id);
  if (!requestIn(dossier)) return visit.redirect(here);
  const typed = await claimTyped(visit, correction);
  if (typed) await renderTyped(visit, dossier, typed, { message: FOUND_AGAIN, status: 200 });
  else await renderCorrection(visit, dossier);
});

const procedureOf = ({ house }: Visit, dossier: Dossier): Procedure | undefined =>
  house.procedures.find(({ slug }) => slug === dossier.procedure);

/** Shows the asked fields with what was typed into them in another session; nothing of it is kept yet. */
export async function renderTyped(visit: Visit, dossier: Dossier, body: Body, news: News): Promise<void> {
  const procedure = procedureOf(visit, dossier);
  const names = lastRequest(dossier)?.fields ?? [];
  const typed = procedure && correctForm(procedure, dossier.form, names, body, visit.house.now()).typed;
  await renderCorrection(visit, dossier, typed && { errors: [], typed }, news);
}

interface News {
  readonly message: string;
  readonly status: number;
}

/** Shows the asked fields, with what was refused where something was. */
async function renderCorrection(
  visit: Visit,
  dossier: Dossier,
  refused?: Refused,
  news?: News,
): Promise<void> {
  const request = requestIn(dossier);
  const procedure = procedureOf(visit, dossier);
  const errors = refused?.errors ?? [];
  const form = procedure ? await withJoined(visit, dossier, procedure) : dossier.form;
  const asked = request && procedure ? viewCorrection(procedure, form, request.fields, refused) : [];
  if (!request || asked.length === 0) {
    showNothingLeft(visit, dossier);
    return;
  }
  visit.show(
    <CorrectionPage
      frame={visit.frame}
      title={titleOf(visit, dossier)}
      dossier={dossier}
      request={request}
      fields={asked}
      errors={errors}
      token={visit.token()}
      {...(news && { message: news.message })}
    />,
    news?.status ?? (errors.length > 0 ? 422 : 200),
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
  const now = house.now();
  if (!requestIn(dossier) || expectedRevision !== dossier.revision) {
    const again = correctForm(procedure, dossier.form, names, req.body, now).form;
    if (isSentTwice(dossier, expectedRevision, again)) visit.redirect(dossierPaths(dossier.id).dossier);
    else showChanged(visit, dossier);
    return;
  }
  const asked = viewCorrection(procedure, dossier.form, names);
  const files = await keepFiles(visit, { id: dossier.id, owners }, asked);
  const joined = await withJoined(visit, dossier, procedure);
  const { form, stay, ...refused } = correctForm(procedure, joined, names, req.body, now);
  const errors = mergeErrors(asked, files.errors, stay ? [] : refused.errors);
  if (stay || errors.length > 0) return renderCorrection(visit, dossier, { ...refused, errors });
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
