import type { ComponentChildren, JSX } from "preact";
import { River } from "../components/header.tsx";
import { Mark } from "../components/mark.tsx";
import type { Desk } from "./desk.ts";

const NAVIGATION = [
  { href: "/agent", label: "Dossiers" },
  { href: "/agent/statistiques", label: "Statistiques" },
  { href: "/agent/journal", label: "Journal" },
  { href: "/agent/deploiement", label: "Déploiement" },
] as const;

const LEGAL = [
  { href: "/", label: "Site des usagers" },
  { href: "/plan-du-site", label: "Plan du site" },
  { href: "/accessibilite", label: "Accessibilité : non conforme" },
  { href: "/mentions-legales", label: "Mentions légales" },
  { href: "/donnees-personnelles", label: "Données personnelles" },
] as const;

export interface AgentLayoutProps {
  readonly desk: Desk;
  /** Unique to the page. */
  readonly title: string;
  readonly inError?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of the agents' pages: the same house, another door. */
export function AgentLayout({ desk, title, inError, children }: AgentLayoutProps): JSX.Element {
  const { frame } = desk;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>
          {inError ? "Erreur : " : ""}
          {title} — Espace des agents — {frame.collectivite.name}
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        {frame.assets.fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={frame.assets.theme} />
        <link rel="stylesheet" href={frame.assets.stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body class="desk">
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <DeskHeader desk={desk} />
        <main id="contenu" tabIndex={-1}>
          <div class="wrap">{children}</div>
        </main>
        <footer class="site-footer">
          <div class="wrap">
            <p>Chaque consultation est inscrite au journal des accès, conservé 36 mois.</p>
            <ul class="legal" role="list">
              {LEGAL.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
}

function DeskHeader({ desk }: { readonly desk: Desk }): JSX.Element {
  const { frame, agent } = desk;
  return (
    <>
      <header class="site-header">
        {frame.sandbox && (
          <div class="demo-band">
            <p class="wrap">
              <strong>Démonstration.</strong> Commune fictive, personnes fictives, services de l’État simulés.
            </p>
          </div>
        )}
        <div class="wrap">
          <a class="brand" href="/agent" title={`Espace des agents — ${frame.collectivite.name}`}>
            <Mark />
            <span>
              <span class="brand-name">{frame.collectivite.name}</span>
              <span class="brand-line">Espace des agents</span>
            </span>
          </a>
          {agent && (
            <nav class="site-nav" aria-label="Menu principal">
              <ul role="list">
                {NAVIGATION.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} aria-current={isCurrent(frame.path, href) ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {agent && <Account agent={agent} csrfToken={frame.csrfToken} />}
        </div>
      </header>
      <River />
    </>
  );
}

function isCurrent(path: string, href: string): boolean {
  return href === "/agent"
    ? path === "/agent" || path === "/agent/" || /^\/agent\/(dossiers|export)/.test(path)
    : path.startsWith(href);
}

function Account(props: {
  readonly agent: NonNullable<Desk["agent"]>;
  readonly csrfToken: string | undefined;
}): JSX.Element {
  const { name, role } = props.agent;
  return (
    <div class="account">
      <span class="account-name">
        {name} <span class="soft">({role})</span>
      </span>
      {props.csrfToken && (
        <form method="post" action="/agent/auth/logout">
          <input type="hidden" name="_csrf" value={props.csrfToken} />
          <button class="button-link" type="submit">
            Se déconnecter
          </button>
        </form>
      )}
    </div>
  );
}
