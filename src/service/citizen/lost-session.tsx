import type { Request, RequestHandler, Response } from "express";
import { csrfProtection } from "../../federation/index.ts";
import { applyStep } from "../../procedures/index.ts";
import { LoginButton } from "../components/login-button.tsx";
import type { House } from "../house.ts";
import { type Limit, limit } from "../limit.ts";
import { renderCheck } from "./check-routes.tsx";
import { isSureEnough, type ProcedureVisit, paths } from "./draft-visit.ts";
import { FOR_WHOM, whomIn, withWhom } from "./for-whom.ts";
import { correctionVisit, showCorrectionAgain, showExpiredCorrection } from "./lost-correction.tsx";
import { ProblemPage } from "./pages/problem.tsx";
import { draftOfEarlierForm, isByHand, isFromOurPages, park } from "./parked.ts";
import { renderStep } from "./step-routes.tsx";
import { openVisit } from "./visit.ts";

/** What is left with us by somebody unknown is kept for an hour: one address leaves no more than this. */
const PARKED: Limit = {
  perMinute: 20,
  code: "too_many_forms",
  citizenTitle: "Trop d’envois en même temps",
  citizenMessage:
    "Votre session a expiré et beaucoup de formulaires viennent de votre adresse. Gardez cette page ouverte, patientez une minute, puis revenez en arrière et envoyez de nouveau.",
};

const KEPT =
  "Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Ce que vous veniez de saisir est gardé une heure, pour ce navigateur.";
const NOT_SENT =
  "Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Votre demande n’a pas été envoyée.";
const KEPT_WITHOUT_FILES =
  "Vous êtes resté longtemps sans bouger, et nous avons fermé votre session pour protéger vos données. Ce que vous veniez de saisir est gardé une heure, pour ce navigateur ; les documents que vous veniez de choisir seront à joindre de nouveau.";
const ANOTHER_SESSION =
  "Votre session a changé depuis que cette page a été ouverte. Rien n’a été enregistré : vérifiez ce qui suit, puis recommencez.";

/**
 * Stands before every form. Without a session, or with another one than the form's, nothing is saved and nothing is
 * lost: what was typed is kept until its author is back, or shown again with a fresh token. A form of another site
 * is refused, and leaves nothing in the session of whoever was led to it.
 */
export function formGuards(house: House): readonly RequestHandler[] {
  const whenLost =
    (handler: RequestHandler): RequestHandler =>
    (req, res, next) =>
      !hasSession(req) && isOurs(house, req) ? handler(req, res, next) : next();
  const expired: RequestHandler = async (req, res, next) => {
    const visit = await procedureVisit(house, req, res);
    const correction = visit ? undefined : await correctionVisit(house, req, res);
    if (visit) await showExpired(visit);
    else if (correction) await showExpiredCorrection(correction);
    else next();
  };
  const token: RequestHandler = (req, res, next) =>
    csrfProtection(req, res, (refusal?: unknown) => {
      if (!refusal || typeof req.body?._csrf !== "string" || !isOurs(house, req)) return next(refusal);
      typedAgain(house, req, res)
        .then((shown) => (shown ? undefined : next(refusal)))
        .catch(next);
    });
  return [whenLost(limit(PARKED)), whenLost(expired), token];
}

/** Whether anybody is known here: a citizen, or the author of a draft filled by hand. */
export const hasSession = ({ citizen, session }: Request): boolean =>
  citizen !== undefined || session.codes !== undefined;

/** Shows a form again that another session of this browser had asked for; false where it is nobody's here. */
async function typedAgain(house: House, req: Request, res: Response): Promise<boolean> {
  const visit = await procedureVisit(house, req, res);
  if (visit) return showAgain(visit);
  const correction = await correctionVisit(house, req, res);
  return correction !== undefined && showCorrectionAgain(correction, ANOTHER_SESSION);
}

const isOurs = ({ settings }: House, req: Request): boolean => isFromOurPages(req, settings.baseUrl);

async function procedureVisit(house: House, req: Request, res: Response) {
  const procedure = house.procedures.find(({ slug }) => slug === req.params.slug);
  const visit = procedure && (await openVisit(house, req, res));
  return visit && { ...visit, procedure };
}

/** Keeps what was typed, and offers the way by which its author can get it back. */
async function showExpired(visit: ProcedureVisit): Promise<void> {
  const { req, procedure, frame } = visit;
  const { step } = req.params;
  const kept = typeof step === "string";
  const to = paths(procedure.slug);
  const message = req.is("multipart/form-data") ? KEPT_WITHOUT_FILES : KEPT;
  if (kept) await park(visit, to.step(step));
  const said = whomIn(procedure, `?${FOR_WHOM}=${String(req.body?.[FOR_WHOM])}`);
  const way = isByHand(req.body)
    ? {
        ways: [
          {
            href: withWhom(to.byHand, procedure.forOthers && said),
            label: kept ? "Continuer ma demande" : "Recommencer ma demande",
          },
          { href: "/reprendre", label: "Reprendre avec un code" },
        ],
      }
    : {
        button: (
          <LoginButton
            platform={procedure.level === "eidas1" ? "franceconnect" : "franceconnect-plus"}
            level={procedure.level}
            returnTo={withWhom(to.form, procedure.forOthers && said)}
          />
        ),
        ways: [{ href: "/", label: "Revenir à l’accueil" }],
      };
  visit.show(
    <ProblemPage frame={frame} title="Votre session a expiré" message={kept ? message : NOT_SENT} {...way} />,
    401,
  );
}

/** Shows the form again as it was filled, with a token of this session; false where it is nobody's here. */
async function showAgain(visit: ProcedureVisit): Promise<boolean> {
  const { req, procedure, house } = visit;
  const found = await draftOfEarlierForm(visit, req.body);
  if (!found) {
    if (isSureEnough(visit) || isByHand(req.body)) return false;
    await showExpired(visit);
    return true;
  }
  const { step } = req.params;
  if (typeof step === "string") {
    const { state, typed } = applyStep(procedure, found.draft.state, step, req.body, house.now());
    const shown = { ...found, draft: { ...found.draft, state } };
    renderStep(shown, step, { refused: { errors: [], typed }, message: ANOTHER_SESSION, status: 403 });
  } else renderCheck(found, ANOTHER_SESSION, 403);
  return true;
}
