import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { sendPage } from "../render.ts";
import type { Desk } from "./desk.ts";
import type { AgentHouse } from "./house.ts";
import { ProblemPage } from "./problem.tsx";

/** An error that carries its own words: every room's errors have this shape. */
export interface SpokenError {
  readonly code: string;
  readonly status: number;
  readonly citizenMessage: string;
  readonly citizenTitle?: string;
}

export function isSpoken(error: unknown): error is SpokenError {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    "status" in error &&
    typeof error.status === "number" &&
    "citizenMessage" in error &&
    typeof error.citizenMessage === "string"
  );
}

/** Where an agent needs other words than a citizen. */
const FOR_AGENTS: Readonly<Record<string, { readonly title: string; readonly message: string }>> = {
  dossier_not_found: {
    title: "Aucun dossier ici",
    message:
      "Il n’y a pas de dossier à cette adresse. Vérifiez le lien, ou cherchez le dossier par son numéro.",
  },
  draft_not_found: {
    title: "Aucune saisie ici",
    message:
      "Cette saisie au guichet a été effacée, ou n’a jamais existé. Les saisies en cours sont dans « Guichet ».",
  },
  transition_not_allowed: {
    title: "Cette décision n’est pas possible",
    message: "L’état du dossier ne permet pas cette décision. Relisez-le avant de continuer.",
  },
};

const NOT_FOUND = {
  title: "Page introuvable",
  message: "Il n’y a rien à cette adresse. Vérifiez le lien, ou revenez à la liste des dossiers.",
} as const;

/** The last pages: unknown addresses, and whatever went wrong in words. */
export interface ErrorPages {
  readonly notFound: RequestHandler;
  readonly problem: ErrorRequestHandler;
  /** Says what went wrong; nothing of the error itself is shown. */
  show(desk: Desk, res: Response, error: SpokenError): void;
}

/** @param deskOf the frame of a page for this request, logged in or not; undefined where there is no collectivité */
export function createErrorPages(
  house: Pick<AgentHouse, "logger">,
  deskOf: (req: Request) => Desk | undefined,
): ErrorPages {
  const show: ErrorPages["show"] = (desk, res, error) => {
    const words = FOR_AGENTS[error.code] ?? {
      title: error.citizenTitle ?? "Quelque chose n’a pas fonctionné",
      message: error.citizenMessage,
    };
    const back = desk.agent ? {} : { back: { href: desk.base, label: "Revenir à la page de connexion" } };
    sendPage(res, <ProblemPage desk={desk} {...words} {...back} />, error.status);
  };
  return {
    show,
    notFound: (req, res, next) => {
      const desk = deskOf(req);
      if (!desk) return next();
      sendPage(res, <ProblemPage desk={desk} {...NOT_FOUND} />, 404);
    },
    problem: (error, req, res, next) => {
      const desk = deskOf(req);
      if (!isSpoken(error) || !desk || res.headersSent) return next(error);
      if (error.status >= 500) house.logger.error({ code: error.code }, "an agent's page could not be shown");
      show(desk, res, error);
    },
  };
}
