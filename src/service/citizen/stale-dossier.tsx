import { type Dossier, DossierError } from "../../dossiers/index.ts";
import { titleOf } from "./dossier-routes.tsx";
import { ChangedPage } from "./pages/changed.tsx";
import type { Visit } from "./visit.ts";

/** The revision that a posted form was made for; NaN where it does not say. */
export const revisionOf = ({ req }: Visit): number =>
  typeof req.body?.revision === "string" && req.body.revision !== "" ? Number(req.body.revision) : Number.NaN;

/** Says what changed since the citizen opened the page. */
export function showChanged(visit: Visit, dossier: Dossier): void {
  visit.show(
    <ChangedPage
      frame={visit.frame}
      title={titleOf(visit, dossier)}
      dossier={dossier}
      seen={revisionOf(visit)}
    />,
    409,
  );
}

/** Does it and goes back to the dossier; where somebody was faster by an instant, says what they did. */
export async function moveOn(visit: Visit, { id }: Dossier, act: () => Promise<Dossier>): Promise<void> {
  const { house, collectivite, owners } = visit;
  try {
    await act();
  } catch (error) {
    if (!isConflict(error)) throw error;
    const now = await house.dossiers.findForCitizen({ collectivite: collectivite.id, owners, id });
    if (now === undefined) throw error;
    return showChanged(visit, now);
  }
  visit.redirect(`/mes-dossiers/${id}`);
}

const isConflict = (error: unknown): boolean =>
  error instanceof DossierError &&
  (error.code === "dossier_changed" || error.code === "transition_not_allowed");
