import { type Dossier, DossierError } from "../../dossiers/index.ts";
import { VERBS } from "./decisions.ts";
import { DossierPage } from "./dossier-page.tsx";
import { askableIn } from "./refresh/asked-again.ts";
import type { Visit } from "./visit.ts";
import { PURPOSES } from "./words.ts";

/**
 * Opens the dossier of the address, without showing it yet.
 *
 * @throws DossierError `dossier_not_found`, the same for an unknown id and for another collectivité's
 */
export async function openDossier({ house, collectivite, req }: Visit): Promise<Dossier> {
  const id = String(req.params.id);
  const dossier = await house.dossiers.forAgent({ collectivite: collectivite.id, id });
  if (!dossier) throw new DossierError("dossier_not_found", "no such dossier in this collectivité");
  return dossier;
}

/** Writes the look into the journal: await it before the dossier is shown. */
export async function traceLook(visit: Visit, dossier: Dossier, purpose: string): Promise<void> {
  await visit.trace({ action: "viewed", purpose, dossier: dossier.id, procedure: dossier.procedure });
}

/** `GET /agent/dossiers/:id`: the mirror. */
export async function showDossier(visit: Visit): Promise<void> {
  const { house, collectivite, agent, req } = visit;
  const dossier = await openDossier(visit);
  await traceLook(visit, dossier, PURPOSES.review);
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
      askable={askableIn(dossier, procedure)}
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
  if (last.type === "refreshed") return "La source a répondu. Le dossier garde ce qui a été envoyé.";
  return VERBS.find(({ type }) => type === last.type)?.done;
}
