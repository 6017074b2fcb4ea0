import { DossierError } from "../../dossiers/index.ts";
import { ConflictPage } from "./conflict.tsx";
import { DecisionPage } from "./decision-page.tsx";
import { correctable, VERBS, type Verb } from "./decisions.ts";
import { openDossier, traceLook } from "./dossier-route.tsx";
import { type DecisionForm, readDecision } from "./read-decision.ts";
import type { Visit } from "./visit.ts";
import { PURPOSES } from "./words.ts";

/** `GET /agent/dossiers/:id/decision/:verb`: its page, or back to the dossier where it cannot be decided now. */
export async function showDecision(visit: Visit): Promise<void> {
  const verb = verbOf(visit);
  const dossier = await openDossier(visit);
  if (verb.reason === "none" || !verb.from.includes(dossier.state)) {
    visit.res.redirect(303, `${visit.desk.base}/dossiers/${dossier.id}`);
    return;
  }
  await traceLook(visit, dossier, PURPOSES.decide);
  const form: DecisionForm = { revision: dossier.revision, reason: "", fields: [] };
  visit.show(<DecisionPage desk={visit.desk} dossier={dossier} verb={verb} form={form} errors={[]} />);
}

/** `POST /agent/dossiers/:id/decision/:verb`: decides once, for the revision that the agent was looking at. */
export async function decide(visit: Visit): Promise<void> {
  const verb = verbOf(visit);
  const dossier = await openDossier(visit);
  const names = correctable(dossier).map(({ name }) => name);
  const { form, errors, decision } = readDecision(verb, visit.req.body, names);
  if (!decision) {
    await traceLook(visit, dossier, PURPOSES.decide);
    visit.show(
      <DecisionPage desk={visit.desk} dossier={dossier} verb={verb} form={form} errors={errors} />,
      422,
    );
    return;
  }
  try {
    const decided = await visit.house.dossiers.decide({
      collectivite: visit.collectivite.id,
      id: dossier.id,
      expectedRevision: form.revision,
      decision,
      agent: visit.agent,
    });
    visit.res.redirect(303, `${visit.desk.base}/dossiers/${decided.id}?fait=${decided.revision}`);
  } catch (error) {
    if (!isConflict(error)) throw error;
    await showConflict(visit, verb, form);
  }
}

/** Revision first, then state: both mean that somebody was faster. */
function isConflict(error: unknown): boolean {
  return (
    error instanceof DossierError &&
    (error.code === "dossier_changed" || error.code === "transition_not_allowed")
  );
}

async function showConflict(visit: Visit, verb: Verb, form: DecisionForm): Promise<void> {
  const dossier = await openDossier(visit);
  await traceLook(visit, dossier, PURPOSES.decide);
  visit.show(<ConflictPage desk={visit.desk} dossier={dossier} verb={verb} form={form} />, 409);
}

function verbOf({ req }: Visit): Verb {
  const verb = VERBS.find(({ slug }) => slug === req.params.verb);
  if (!verb) throw new DossierError("dossier_not_found", "no such decision");
  return verb;
}
