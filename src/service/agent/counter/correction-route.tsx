import { type Dossier, DossierError } from "../../../dossiers/index.ts";
import { correctForm, type Procedure, type Refused, viewCorrection } from "../../../procedures/index.ts";
import { openDossier, traceLook } from "../dossier-route.tsx";
import { textOf } from "../form-body.ts";
import { ProblemPage } from "../problem.tsx";
import type { Visit } from "../visit.ts";
import { isCorrectable } from "./correctable.ts";
import { CorrectionPage } from "./correction-page.tsx";
import { COUNTER_PURPOSES } from "./counter-visit.ts";
import { fieldsAtCounter } from "./fields-at-counter.ts";

interface Subject {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  /** Names of the fields that were asked again. */
  readonly names: readonly string[];
  readonly reason: string;
}

/** `GET /agent/dossiers/:id/correction`: the fields that were asked again, for a citizen who has come back. */
export async function showCorrection(visit: Visit): Promise<void> {
  const subject = await openSubject(visit);
  if (subject) render(visit, subject);
}

/** `POST /agent/dossiers/:id/correction`: the citizen's answer, typed in by an agent; once, for the revision shown. */
export async function correct(visit: Visit): Promise<void> {
  const { house, req, res, collectivite, agent, desk } = visit;
  const subject = await openSubject(visit);
  if (!subject) return;
  const { dossier, procedure, names } = subject;
  const corrected = correctForm(procedure, dossier.form, names, req.body, house.now(), "agent");
  const { form, stay, ...refused } = corrected;
  if (stay || refused.errors.length > 0) {
    render(visit, subject, stay ? { ...refused, errors: [] } : refused);
    return;
  }
  try {
    await house.dossiers.correct({
      collectivite: collectivite.id,
      owners: [dossier.owner],
      id: dossier.id,
      form,
      expectedRevision: Number(textOf(req.body, "revision") || Number.NaN),
      agent,
    });
  } catch (error) {
    if (!(error instanceof DossierError) || error.status !== 409) throw error;
    return sayChanged(visit, dossier);
  }
  res.redirect(303, `${desk.base}/dossiers/${dossier.id}`);
}

/** What there is to correct; undefined where there is nothing, which has then been said. */
async function openSubject(visit: Visit): Promise<Subject | undefined> {
  const dossier = await openDossier(visit);
  const procedure = visit.house.procedures.find(({ slug }) => slug === dossier.procedure);
  const asked = dossier.history.findLast(({ type }) => type === "correction_requested");
  if (!procedure || !asked || !isCorrectable(dossier)) {
    sayChanged(visit, dossier);
    return undefined;
  }
  await traceLook(visit, dossier, COUNTER_PURPOSES.correct);
  return { dossier, procedure, names: asked.fields ?? [], reason: asked.reason ?? "" };
}

function render(visit: Visit, { dossier, procedure, names, reason }: Subject, refused?: Refused): void {
  const asked = viewCorrection(procedure, dossier.form, names, refused);
  const { fields, errors } = fieldsAtCounter(asked, refused?.errors ?? []);
  visit.show(
    <CorrectionPage desk={visit.desk} dossier={dossier} reason={reason} fields={fields} errors={errors} />,
    errors.length > 0 ? 422 : 200,
  );
}

function sayChanged(visit: Visit, { id, number }: Dossier): void {
  visit.show(
    <ProblemPage
      desk={visit.desk}
      title="Rien à corriger au guichet"
      message="Aucune correction n’est attendue pour ce dossier, ou elle vient d’être faite, ou l’usager la fait lui-même en ligne. Relisez le dossier."
      back={{ href: `${visit.desk.base}/dossiers/${id}`, label: `Revenir au dossier ${number}` }}
    />,
    409,
  );
}
