import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { FederationError } from "../federation/index.ts";
import { ProblemPage } from "./citizen/pages/problem.tsx";
import type { Frame } from "./frame.ts";
import type { House } from "./house.ts";
import { Words } from "./language/index.ts";
import { sendPage } from "./render.ts";
import { siteFrame } from "./site-frame.ts";

/** What a page says of an error: every room's errors have these words. */
interface Said {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly message: string;
}

const NOT_FOUND = {
  code: "not_found",
  status: 404,
  title: "Page introuvable",
  message: "Il n’y a rien à cette adresse. Vérifiez le lien, ou repartez de l’accueil.",
};
const UNFORESEEN = {
  code: "unforeseen",
  status: 500,
  title: "Quelque chose n’a pas fonctionné",
  message:
    "Ce n’est pas de votre fait, et ce que vous aviez enregistré est gardé. Réessayez dans quelques minutes.",
};

/** What an error may carry besides its message; some parsers keep it on the prototype. */
type Spoken = Error &
  Partial<Record<"code" | "status" | "citizenTitle" | "citizenMessage" | "type", unknown>>;

/** Errors that Express's own parsers throw, in our words. */
const PARSERS: Readonly<Record<string, Said>> = {
  "entity.too.large": {
    code: "body_too_large",
    status: 413,
    title: "Votre envoi est trop volumineux",
    message: "Raccourcissez votre réponse ou vos remarques, puis envoyez de nouveau.",
  },
  "parameters.too.many": {
    code: "body_too_large",
    status: 413,
    title: "Votre envoi est trop volumineux",
    message: "Ce formulaire contient trop de réponses. Rechargez la page, puis envoyez de nouveau.",
  },
};
const UNREADABLE = {
  code: "request_unreadable",
  status: 400,
  title: "Votre envoi n’a pas pu être lu",
  message: "Rechargez la page, puis envoyez de nouveau. Si cela se répète, appelez-nous.",
};

/** The last handlers of the application: an unknown address, and whatever went wrong. Never a stack trace. */
export function failures(house: House): {
  readonly notFound: RequestHandler;
  readonly problem: ErrorRequestHandler;
  /** For logins that fail. */
  readonly federation: (req: Request, res: Response, error: FederationError) => void;
} {
  const show = async (req: Request, res: Response, words: Said, more: { error?: FederationError } = {}) => {
    if (wantsJson(req)) {
      res.status(words.status).json({ error: words.code });
      return;
    }
    const frame = await frameFor(house, req);
    const { error } = more;
    sendPage(
      res,
      <ProblemPage
        frame={frame}
        title={words.title}
        message={words.message}
        ways={[...(error ? waysOf(error) : []), { href: "/", label: "Revenir à l’accueil" }]}
        {...(error && buttonOf(error))}
      />,
      words.status,
    );
  };
  return {
    notFound: (req, res) => show(req, res, NOT_FOUND),
    federation: (req, res, error) => void show(req, res, wordsOf(error), { error }),
    problem: async (error, req, res, _next) => {
      const words = wordsOf(error);
      if (words.status >= 500 || res.headersSent) {
        house.logger.error(
          { code: words.code, ...traceOf(error), req: { id: req.id } },
          "a page could not be shown",
        );
      }
      if (res.headersSent) {
        res.destroy();
        return;
      }
      await show(req, res, words, error instanceof FederationError ? { error } : {});
    },
  };
}

/** Where it happened, never its message: a parser's message quotes what it could not read. */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  const hint = "operatorHint" in error ? { hint: error.operatorHint } : {};
  return { error: error.name, ...hint, at: at?.slice(0, 5).map((line) => line.trim()) };
}

const wantsJson = (req: Request) => req.accepts(["html", "json"]) === "json";

function wordsOf(error: unknown): Said {
  if (!(error instanceof Error)) return UNFORESEEN;
  const { code, status, citizenTitle, citizenMessage, type }: Spoken = error;
  if (typeof citizenMessage === "string" && typeof code === "string") {
    return {
      code,
      status: typeof status === "number" ? status : 500,
      title: typeof citizenTitle === "string" ? citizenTitle : UNFORESEEN.title,
      message: citizenMessage,
    };
  }
  if (typeof type === "string" && PARSERS[type]) return PARSERS[type];
  return typeof status === "number" && status >= 400 && status < 500 ? { ...UNREADABLE, status } : UNFORESEEN;
}

/** Nobody is ever blocked by a login: every procedure can be filled by hand. */
function waysOf({ status }: FederationError) {
  return status === 403 ? [] : [{ href: "/#demarches", label: "Continuer sans FranceConnect" }];
}

function buttonOf({ retryPath }: FederationError) {
  return retryPath
    ? {
        button: (
          <p>
            <a class="button" href={retryPath}>
              <Words text="Réessayer" />
            </a>
          </p>
        ),
      }
    : {};
}

/** An error may come before anything is known of the collectivité: its page must still be a page. */
async function frameFor(house: House, req: Request): Promise<Frame> {
  const collectivite = await house.collectivites
    .resolve({ host: req.hostname, path: req.path })
    .catch(() => undefined);
  if (collectivite) return siteFrame(house, req, collectivite);
  return {
    collectivite: { name: house.settings.collectivite.name, contact: {} },
    assets: {
      stylesheet: house.assets.stylesheet,
      fonts: house.assets.fonts,
      theme: "/theme.css",
      icon: "/favicon.svg",
    },
    path: req.path,
    sandbox: house.settings.sandbox ?? false,
  };
}
