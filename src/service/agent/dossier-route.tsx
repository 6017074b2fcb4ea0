import { type Dossier, DossierError } from "../../dossiers/index.ts";
import { VERBS } from "./decisions.ts";
import { DossierPage } from "./dossier-page.tsx";
import type { Visit } from "./visit.ts";
import { PURPOSES } from "./words.ts";

/**
 * Opens a dossier of this collectivité for the agent and writes the look into the journal first.
 *
 * @throws DossierError `dossier_not_found`, the same for an unknown id and for another collectivité's
 */
export async function lookAt(visit: Visit, purpose: string): Promise<Dossier> {
  const { house, collectivite, req } = visit;
  const id = String(req.params.id);
  const dossier = await house.dossiers.forAgent({ collectivite: collectivite.id, id });
  if (!dossier) throw new DossierError("dossier_not_found", "no such dossier in this collectivité");
  await visit.trace({ action: "viewed", purpose, dossier: dossier.id, procedure: dossier.procedure });
  return dossier;
}

/** `GET /agent/dossiers/:id`: the mirror. */
export async function showDossier(visit: Visit): Promise<void> {
  const { house, collectivite, agent, req } = visit;
  const dossier = await lookAt(visit, PURPOSES.review);
  const { journal } = house.dossiers;
  const [accesses, own] = await Promise.all([
    journal.accessesTo({ collectivite: collectivite.id, dossier: dossier.id }),
    journal.page({ collectivite: collectivite.id, agent: agent.sub, limit: 1 }),
  ]);
  const procedure = house.procedures.find(({ slug }) => slug === dossier.procedure);
  const done = doneWords(dossier, req.query.fait);
  visit.show(
    <DossierPage
      desk={visit.desk}
      dossier={dossier}
      accesses={accesses}
      now={house.now()}
      {...(procedure && { procedure })}
      {...(own[0] && { ownPseudonym: own[0].actorPseudonym })}
      {...(done !== undefined && { done })}
    />,
  );
}

/** What the last event was, where the address says that this revision was just made: no address can make the page lie. */
function doneWords(dossier: Dossier, revision: unknown): string | undefined {
  const last = dossier.history.at(-1);
  if (last?.actor !== "agent" || String(last.revision) !== revision) return undefined;
  return VERBS.find(({ type }) => type === last.type)?.done;
}
