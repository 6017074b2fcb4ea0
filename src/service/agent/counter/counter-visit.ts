import { DossierError, type Draft } from "../../../dossiers/index.ts";
import { type FormState, nextStep, type Procedure } from "../../../procedures/index.ts";
import type { Visit } from "../visit.ts";

/** A visit of one form that is being typed in at the counter. */
export interface CounterVisit extends Visit {
  readonly procedure: Procedure;
  readonly draft: Draft;
}

/** Why an agent opens and fills in such a form: chosen, so that nothing personal enters the journal. */
export const COUNTER_PURPOSES = {
  list: "Reprendre une saisie au guichet",
  enter: "Saisir au guichet la demande d’un usager présent",
  prefill: "Pré-remplir au guichet, l’usager étant informé (article L114-8 du CRPA)",
  abandon: "Abandonner une saisie au guichet",
  receipt: "Remettre le récépissé à l’usager",
  correct: "Saisir au guichet la correction demandée à l’usager",
} as const;

/** Where each page of the counter is. */
export const counterPaths = (base: string, id = "") => ({
  list: `${base}/guichet`,
  begin: (slug: string) => `${base}/guichet/nouvelle/${slug}`,
  identity: `${base}/guichet/${id}/identite`,
  sources: `${base}/guichet/${id}/donnees`,
  step: (step: string) => `${base}/guichet/${id}/etape/${step}`,
  check: `${base}/guichet/${id}/verification`,
  abandon: `${base}/guichet/${id}/abandon`,
  receipt: `${base}/dossiers/${id}/recepisse`,
});

/** The procedure that an address names. */
export function procedureOf({ house }: Visit, slug: string): Procedure {
  const procedure = house.procedures.find((one) => one.slug === slug);
  if (!procedure) throw new DossierError("dossier_not_found", "no such procedure");
  return procedure;
}

/**
 * Runs a page on the draft of its address, once the look is in the journal. A form that has been sent meanwhile leads to
 * its receipt, so that a second press or the back button does no harm.
 */
export function withCounterDraft(
  handler: (visit: CounterVisit) => Promise<void> | void,
): (visit: Visit) => Promise<void> {
  return async (visit) => {
    const { house, collectivite, req, res, desk } = visit;
    const id = String(req.params.id);
    const draft = await house.dossiers.counter.find({ collectivite: collectivite.id, id });
    if (!draft) {
      const sent = await house.dossiers.forAgent({ collectivite: collectivite.id, id });
      if (sent?.owner.platform !== "counter") {
        throw new DossierError("draft_not_found", "neither a draft of the counter nor a dossier has this id");
      }
      res.redirect(303, counterPaths(desk.base, id).receipt);
      return;
    }
    const procedure = procedureOf(visit, draft.procedure);
    await visit.trace({
      action: req.method === "POST" ? "entered" : "viewed",
      purpose: COUNTER_PURPOSES.enter,
      dossier: draft.id,
      procedure: procedure.slug,
    });
    await handler({ ...visit, procedure, draft });
  };
}

/** Writes a change of the form, again where somebody else wrote in between; undefined where it was sent meanwhile. */
export async function changeDraft(
  visit: CounterVisit,
  change: (state: FormState) => FormState,
): Promise<CounterVisit | undefined> {
  const { house, collectivite, draft } = visit;
  const changed = await house.dossiers.drafts.change({
    collectivite: collectivite.id,
    id: draft.id,
    owners: [draft.owner],
    change,
  });
  return changed && { ...visit, draft: changed };
}

/** The page that comes next: the first step not yet filled in, then the check. */
export function onward({ procedure, draft, desk }: CounterVisit): string {
  const to = counterPaths(desk.base, draft.id);
  const step = nextStep(procedure, draft.state);
  return step ? to.step(step.slug) : to.check;
}

/** Who stands at the counter, in words; empty as long as no name was typed. */
export function nameIn({ checked, answers }: FormState): string {
  const text = (name: string): string => (typeof answers[name] === "string" ? String(answers[name]) : "");
  const { givenNames = [], familyName = "", preferredUsername } = checked?.identity ?? {};
  const first = givenNames.join(" ") || text("prenoms");
  const last = text("nom-d-usage") || preferredUsername || familyName || text("nom-de-naissance");
  return `${first} ${last}`.trim();
}
