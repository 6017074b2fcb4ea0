import { type Request, type RequestHandler, Router } from "express";
import { noticeOf, remainingToType } from "../../procedures/index.ts";
import type { House } from "../house.ts";
import { limit } from "../limit.ts";
import { cardOf, isOpen } from "./cards.ts";
import { send, showCheck } from "./check-routes.tsx";
import { correct, showCorrection } from "./correction-routes.tsx";
import { downloadDocument } from "./document-routes.ts";
import { listDossiers, removeDraft, showConfirmation, showData, showDossier } from "./dossier-routes.tsx";
import { findDraft, isSureEnough, type ProcedureVisit } from "./draft-visit.ts";
import { enter, enterByHand } from "./enter-routes.tsx";
import { whomIn } from "./for-whom.ts";
import { showForWhom, turn } from "./for-whom-routes.tsx";
import { formGuards, hasSession } from "./lost-session.tsx";
import { giveOpinion, showOpinion } from "./opinion-routes.tsx";
import { AccessibilityPage } from "./pages/accessibility.tsx";
import { HomePage } from "./pages/home.tsx";
import { LegalPage } from "./pages/legal.tsx";
import { PresentationPage } from "./pages/presentation.tsx";
import { HelpPage, LoginPage, PrivacyPage, SitemapPage } from "./pages/static.tsx";
import { RESUMING, resume, showCode, showResume } from "./resume-routes.tsx";
import { retrySources, showSources } from "./source-routes.tsx";
import { saveStep, showStep } from "./step-routes.tsx";
import { isFile, isStepFile, readUploads } from "./uploads.ts";
import { openVisit, type Visit } from "./visit.ts";
import { showWithdrawal, withdraw } from "./withdrawal-routes.tsx";

type Page = (visit: Visit, notFound: () => void) => Promise<void> | void;
interface Methods {
  readonly get?: Page;
  readonly post?: Page;
  /** Whether the form may bring a file for this field. */
  readonly files?: (house: House, req: Request, field: string) => boolean;
  /** The form guards itself: it belongs to no draft. */
  readonly ownGuard?: true;
}

/** Only for a procedure that exists. */
const of =
  (handler: (visit: ProcedureVisit) => Promise<void>): Page =>
  async (visit, notFound) => {
    const procedure = visit.house.procedures.find(({ slug }) => slug === visit.req.params.slug);
    if (procedure) await handler({ ...visit, procedure });
    else notFound();
  };

const STATIC = {
  "/connexion": LoginPage,
  "/aide": HelpPage,
  "/accessibilite": AccessibilityPage,
  "/mentions-legales": LegalPage,
  "/donnees-personnelles": PrivacyPage,
  "/plan-du-site": SitemapPage,
} as const;

/** Every page of the citizen's side. */
const PAGES: Readonly<Record<string, Methods>> = {
  "/": { get: showHome },
  "/demarches/:slug": { get: of(showPresentation) },
  "/demarches/:slug/formulaire": { get: of(enter) },
  "/demarches/:slug/sans-franceconnect": { get: of(enterByHand) },
  "/demarches/:slug/pour-qui": { get: of(showForWhom), post: of(turn) },
  "/demarches/:slug/code-de-reprise": { get: of(showCode) },
  "/demarches/:slug/recuperation": { get: of(showSources), post: of(retrySources) },
  "/demarches/:slug/etape/:step": { get: of(showStep), post: of(saveStep), files: isStepFile },
  "/demarches/:slug/verification": { get: of(showCheck), post: of(send) },
  "/demarches/:slug/confirmation/:id": { get: showConfirmation },
  "/demarches/:slug/avis": { get: of(showOpinion), post: of(giveOpinion), ownGuard: true },
  "/reprendre": { get: showResume, post: resume },
  "/mes-dossiers": { get: listDossiers },
  "/mes-dossiers/:id": { get: showDossier },
  "/mes-dossiers/:id/correction": { get: showCorrection, post: correct, files: isFile },
  "/mes-dossiers/:id/documents/:document": { get: downloadDocument },
  "/mes-dossiers/:id/retrait": { get: showWithdrawal, post: withdraw },
  "/mes-donnees": { get: showData, post: removeDraft },
  ...Object.fromEntries(
    Object.entries(STATIC).map(([path, StaticPage]): [string, Methods] => [
      path,
      { get: (visit) => visit.show(<StaticPage frame={visit.frame} procedures={visit.house.procedures} />) },
    ]),
  ),
};

export type CitizenPages = Router;

/** The citizen's side of the portal: mount it behind a session, `franceConnect()` and the body parser. */
export function citizenPages(house: House): CitizenPages {
  const router = Router();
  const guards = formGuards(house);
  router.post("/reprendre", limit(RESUMING));
  for (const [path, methods] of Object.entries(PAGES)) {
    const route = router.route(path);
    if (methods.get) route.get(page(house, methods.get));
    const { files } = methods;
    if (files) route.post(...readUploads((req, field) => hasSession(req) && files(house, req, field)));
    if (methods.post) route.post(...(methods.ownGuard ? [] : guards), page(house, methods.post));
    route.all((_req, res, next) => {
      res.set("Allow", methods.post ? "GET, HEAD, POST" : "GET, HEAD");
      next(METHOD_NOT_ALLOWED);
    });
  }
  return router;
}

const METHOD_NOT_ALLOWED = Object.assign(new Error("method not allowed"), {
  code: "method_not_allowed",
  status: 405,
  citizenTitle: "Cette page ne se demande pas ainsi",
  citizenMessage: "Revenez à l’accueil, puis suivez les liens ou les boutons.",
});

function page(house: House, show: Page): RequestHandler {
  return async (req, res, next) => {
    const visit = await openVisit(house, req, res);
    const notFound = () => next("route");
    if (visit) await show(visit, notFound);
    else notFound();
  };
}

function showHome(visit: Visit): void {
  const { house, frame, collectivite } = visit;
  visit.show(
    <HomePage frame={frame} cards={house.procedures.map((procedure) => cardOf(procedure, collectivite))} />,
  );
}

async function showPresentation(visit: ProcedureVisit): Promise<void> {
  const { house, req, procedure, frame, collectivite } = visit;
  const whom = whomIn(procedure, req.originalUrl);
  visit.show(
    <PresentationPage
      frame={frame}
      procedure={procedure}
      notice={noticeOf(procedure, collectivite, whom)}
      {...(whom && { whom })}
      remaining={remainingToType(procedure, whom).map(({ label }) => label)}
      begun={(await findDraft(visit)) !== undefined}
      ready={isSureEnough(visit)}
      closed={!isOpen(house.settings, procedure)}
    />,
  );
}
