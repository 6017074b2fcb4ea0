import type { Request, Response } from "express";
import { LoginButton } from "../components/login-button.tsx";
import type { House } from "../house.ts";
import { renderTyped } from "./correction-routes.tsx";
import { dossierPaths, requestIn } from "./dossier-now.ts";
import { PROCEDURE } from "./pages/correction.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import { isByHand, park } from "./parked.ts";
import { openVisit, type Visit } from "./visit.ts";

/** A correction that was posted, of a dossier that is not known yet to be this citizen's. */
export interface CorrectionVisit extends Visit {
  readonly id: string;
}

/** Undefined where something else than a correction was posted. */
export async function correctionVisit(
  house: House,
  req: Request,
  res: Response,
): Promise<CorrectionVisit | undefined> {
  const id = String(req.params.id);
  if (req.path !== dossierPaths(id).correction) return undefined;
  const visit = await openVisit(house, req, res);
  return visit && { ...visit, id };
}

/** Keeps the correction that was typed, and offers the way by which its author can get it back. */
export async function showExpiredCorrection(visit: CorrectionVisit): Promise<void> {
  const { house, req, frame, id } = visit;
  const { correction } = dossierPaths(id);
  await park(visit, correction);
  const level = house.procedures.find(({ slug }) => slug === req.body?.[PROCEDURE])?.level ?? "eidas1";
  const way = isByHand(req.body)
    ? { ways: [{ href: "/reprendre", label: "Reprendre avec un code" }] }
    : {
        button: (
          <LoginButton
            platform={level === "eidas1" ? "franceconnect" : "franceconnect-plus"}
            level={level}
            returnTo={correction}
          />
        ),
        ways: [{ href: "/", label: "Revenir à l’accueil" }],
      };
  visit.show(
    <ProblemPage
      frame={frame}
      title="Votre session a expiré"
      message="Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Ce que vous veniez de saisir est gardé une heure, pour ce navigateur."
      {...way}
    />,
    401,
  );
}

/** Shows the correction again as it was typed, with a token of this session; false where it is nobody's here. */
export async function showCorrectionAgain(visit: CorrectionVisit, message: string): Promise<boolean> {
  const { house, req, collectivite, owners, id } = visit;
  const dossier =
    owners.length > 0
      ? await house.dossiers.findForCitizen({ collectivite: collectivite.id, owners, id })
      : undefined;
  if (!dossier || !requestIn(dossier)) return false;
  await renderTyped(visit, dossier, req.body, { message, status: 403 });
  return true;
}
