import { dossierPaths, isUndecided } from "./dossier-now.ts";
import { titleOf, withDossier } from "./dossier-routes.tsx";
import { WithdrawalPage } from "./pages/withdrawal.tsx";
import { moveOn, showChanged } from "./stale-dossier.tsx";

export const showWithdrawal = withDossier((visit, dossier) => {
  if (!isUndecided(dossier)) return visit.redirect(dossierPaths(dossier.id).dossier);
  visit.show(
    <WithdrawalPage
      frame={visit.frame}
      title={titleOf(visit, dossier)}
      dossier={dossier}
      token={visit.token()}
    />,
  );
});

/** Withdraws what is not decided: an agent who looked at it in between changes nothing to that. */
export const withdraw = withDossier(async (visit, dossier) => {
  const { house, collectivite, owners } = visit;
  if (dossier.history.at(-1)?.type === "withdrawn") return visit.redirect(dossierPaths(dossier.id).dossier);
  if (!isUndecided(dossier)) return showChanged(visit, dossier);
  await moveOn(visit, dossier, () =>
    house.dossiers.withdraw({ collectivite: collectivite.id, owners, id: dossier.id }),
  );
});
