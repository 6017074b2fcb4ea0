import { OnboardingError } from "../../onboarding/index.ts";
import type { FieldError } from "../../procedures/index.ts";
import { textOf } from "./form-body.ts";
import { RolloutPage } from "./rollout-page.tsx";
import type { Visit } from "./visit.ts";

/** `GET /agent/deploiement`: how far one's own collectivité is, and what proves it. */
export function showRollout(visit: Visit): Promise<void> {
  return show(visit, []);
}

/** What a refused fact says, beside its field. */
const PROBLEMS: Readonly<Record<string, FieldError>> = {
  date_invalid: {
    field: "jour",
    anchor: "jour",
    message: "Écrivez un jour passé ou celui d’aujourd’hui, comme 01/03/2022.",
  },
  milestone_unknown: { field: "etape", anchor: "etape", message: "Choisissez une étape de la liste." },
  reference_unknown: {
    field: "corrige",
    anchor: "corrige",
    message: "Choisissez la ligne de l’histoire que vous corrigez, ou aucune.",
  },
};

/** `POST /agent/deploiement`: an administrator records a step of their own collectivité, or corrects one. */
export async function recordStep(visit: Visit): Promise<void> {
  const { house, req, res, rights, collectivite } = visit;
  if (!rights.steering) return show(visit, [], 403);
  const [note, corrects] = [textOf(req.body, "preuve").slice(0, 500), textOf(req.body, "corrige")];
  try {
    await house.onboarding.tell({
      territory: collectivite.siren,
      milestone: textOf(req.body, "etape"),
      at: textOf(req.body, "jour"),
      source: "agent",
      agent: visit.agent.name,
      ...(textOf(req.body, "retrait") === "oui" && { action: "withdrawn" }),
      ...(note && { evidence: { note } }),
      ...(corrects && { corrects }),
    });
  } catch (error) {
    const problem = error instanceof OnboardingError ? PROBLEMS[error.code] : undefined;
    if (!problem) throw error;
    return show(visit, [problem], 422);
  }
  res.redirect(303, `${visit.desk.base}/deploiement`);
}

async function show(visit: Visit, errors: readonly FieldError[], status = 200): Promise<void> {
  const { house, desk, req, rights, collectivite } = visit;
  const timeline = await house.onboarding.timeline(collectivite.siren);
  const [recordedBy, imports] = await Promise.all([
    timeline ? house.onboarding.recordedBy(timeline.territory.code) : new Map<string, string>(),
    rights.steering ? house.onboarding.imports() : undefined,
  ]);
  const typed = {
    step: textOf(req.body, "etape"),
    day: textOf(req.body, "jour"),
    note: textOf(req.body, "preuve"),
  };
  visit.show(
    <RolloutPage
      desk={desk}
      recordedBy={recordedBy}
      mayRecord={rights.steering}
      errors={errors}
      typed={typed}
      {...(timeline && { timeline })}
      {...(imports && { imports })}
    />,
    status,
  );
}
