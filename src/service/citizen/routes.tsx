import { type NextFunction, type Request, type RequestHandler, type Response, Router } from "express";
import { csrfProtection, FederationError, FranceConnectButton } from "../../federation/index.ts";
import { noticeOf, remainingToType } from "../../procedures/index.ts";
import type { House } from "../house.ts";
import { cardOf, isOpen } from "./cards.ts";
import { listDossiers, removeDraft, showConfirmation, showData, showDossier } from "./dossier-routes.tsx";
import { findDraft, isSureEnough, type ProcedureVisit, paths } from "./draft-visit.ts";
import {
  enter,
  enterByHand,
  retrySources,
  saveStep,
  send,
  showCheck,
  showSources,
  showStep,
} from "./form-routes.tsx";
import { HomePage } from "./pages/home.tsx";
import { PresentationPage } from "./pages/presentation.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import {
  AccessibilityPage,
  HelpPage,
  LegalPage,
  LoginPage,
  PrivacyPage,
  SitemapPage,
} from "./pages/static.tsx";
import { park } from "./parked.ts";
import { openVisit, type Visit } from "./visit.ts";

type Page = (visit: Visit, notFound: () => void) => Promise<void> | void;
type Methods = Readonly<Partial<Record<"get" | "post", Page>>>;

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
  "/demarches/:slug/recuperation": { get: of(showSources), post: of(retrySources) },
  "/demarches/:slug/etape/:step": { get: of(showStep), post: of(saveStep) },
  "/demarches/:slug/verification": { get: of(showCheck), post: of(send) },
  "/demarches/:slug/confirmation/:id": { get: showConfirmation },
  "/mes-dossiers": { get: listDossiers },
  "/mes-dossiers/:id": { get: showDossier },
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
  for (const [path, methods] of Object.entries(PAGES)) {
    const route = router.route(path);
    if (methods.get) route.get(page(house, methods.get));
    if (methods.post) route.post(expired(house), csrfProtection, page(house, methods.post));
    route.all((_req, res, next) => {
      res.set("Allow", Object.keys(methods).join(", ").toUpperCase());
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
    if (visit) await show(visit, () => next());
    else next();
  };
}

/** A form whose session has expired: what was typed is kept, and found again after the next login. */
function expired(house: House): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    if (req.citizen || req.session.visitor) return next();
    const visit = await openVisit(house, req, res);
    const procedure = house.procedures.find(({ slug }) => slug === req.params.slug);
    if (!visit || !procedure) return next();
    const step = typeof req.params.step === "string" ? req.params.step : undefined;
    if (step && !(await park({ ...visit, procedure }, step)))
      return next(new FederationError("csrf_refused"));
    const { form, byHand } = paths(procedure.slug);
    visit.show(
      <ProblemPage
        frame={visit.frame}
        title="Votre session a expiré"
        message="Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Ce que vous veniez de saisir est gardé une heure : identifiez-vous à nouveau pour le retrouver."
        button={
          <FranceConnectButton
            platform={procedure.level === "eidas1" ? "franceconnect" : "franceconnect-plus"}
            level={procedure.level}
            returnTo={form}
          />
        }
        ways={[{ href: byHand, label: "Continuer sans FranceConnect" }]}
      />,
      401,
    );
  };
}

function showHome(visit: Visit): void {
  const { house, frame, collectivite } = visit;
  visit.show(
    <HomePage frame={frame} cards={house.procedures.map((procedure) => cardOf(procedure, collectivite))} />,
  );
}

async function showPresentation(visit: ProcedureVisit): Promise<void> {
  const { house, procedure, frame, collectivite } = visit;
  visit.show(
    <PresentationPage
      frame={frame}
      procedure={procedure}
      notice={noticeOf(procedure, collectivite)}
      remaining={remainingToType(procedure).map(({ label }) => label)}
      begun={(await findDraft(visit)) !== undefined}
      ready={isSureEnough(visit)}
      closed={!isOpen(house.settings, procedure)}
    />,
  );
}
