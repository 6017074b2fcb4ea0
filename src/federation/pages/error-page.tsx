import type { Request, Response } from "express";
import { renderToString } from "preact-render-to-string";
import type { FederationError } from "../errors/federation-error.ts";
import { csrfToken } from "../session/csrf.ts";

/** Where the page's ways on lead. */
export interface ErrorPageLinks {
  readonly home: string;
  readonly loginPath: string;
  readonly logoutPath: string;
}

/** Nothing is loaded and nothing is run; the address may hold a code, so it is not passed on. */
const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; form-action *; frame-ancestors 'none'; base-uri 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The page for an application that has none of its own: it stands under the strictest policy. */
export function renderErrorPage(
  req: Request,
  res: Response,
  error: FederationError,
  links: ErrorPageLinks,
): void {
  const token = error.wayOn === "logout" && req.session ? csrfToken(req) : undefined;
  const page = renderToString(<ErrorPage error={error} links={links} token={token} />);
  res.status(error.status).set(HEADERS).send(`<!doctype html>${page}`);
}

interface Properties {
  readonly error: FederationError;
  readonly links: ErrorPageLinks;
  readonly token: string | undefined;
}

function ErrorPage({ error, links, token }: Properties) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{error.citizenTitle}</title>
      </head>
      <body>
        <main>
          <h1>{error.citizenTitle}</h1>
          <p>{error.citizenMessage}</p>
          {error.wayOn === "retry" && (
            <p>
              <a href={error.retryPath ?? links.loginPath}>Recommencer la connexion</a>
            </p>
          )}
          {token !== undefined && (
            <form method="post" action={links.logoutPath}>
              <input type="hidden" name="_csrf" value={token} />
              <button type="submit">Se déconnecter</button>
            </form>
          )}
          <p>
            <a href={links.home}>Revenir à l’accueil</a>
          </p>
          <p>
            Référence à communiquer à nos services : <code>{error.code}</code>
          </p>
        </main>
      </body>
    </html>
  );
}
