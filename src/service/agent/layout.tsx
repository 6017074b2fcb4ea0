import type { ComponentChildren, JSX } from "preact";
import { CONFORMITY_LABEL } from "../accessibility.ts";
import { River } from "../components/header.tsx";
import { Mark } from "../components/mark.tsx";
import { type Desk, LOGOUT } from "./desk.ts";

const NAVIGATION = [
  { page: "", label: "Dossiers" },
  { page: "/guichet", label: "Guichet" },
  { page: "/statistiques", label: "Statistiques" },
  { page: "/qualite", label: "Qualité" },
  { page: "/journal", label: "Journal" },
  { page: "/deploiement", label: "Déploiement" },
] as const;

const LEGAL = [
  { href: "/", label: "Site des usagers" },
  { href: "/plan-du-site", label: "Plan du site" },
  { href: "/accessibilite", label: CONFORMITY_LABEL },
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
        <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
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
              {desk.agent && (
                <li>
                  <a href={`${desk.base}/demarches`}>Démarches et registre</a>
                </li>
              )}
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
  const { base, frame, agent } = desk;
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
          <a class="brand" href={base} title={`Espace des agents — ${frame.collectivite.name}`}>
            <Mark />
            <span>
              <span class="brand-name">{frame.collectivite.name}</span>
              <span class="brand-line">Espace des agents</span>
            </span>
          </a>
          {agent && (
            <nav class="site-nav" aria-label="Menu principal">
              <ul role="list">
                {NAVIGATION.map(({ page, label }) => (
                  <li key={page}>
                    <a href={base + page} aria-current={isCurrent(desk, page) ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {agent && <Account agent={agent} desk={desk} />}
        </div>
      </header>
      <River />
    </>
  );
}

function isCurrent({ base, frame }: Desk, page: string): boolean {
  const path = frame.path.slice(base.length);
  return page === "" ? /^\/?$|^\/(dossiers|export)/.test(path) : path.startsWith(page);
}

function Account(props: { readonly agent: NonNullable<Desk["agent"]>; readonly desk: Desk }): JSX.Element {
  const { name, role } = props.agent;
  const { base, frame } = props.desk;
  return (
    <div class="account">
      <span class="account-name">
        {name} <span class="soft">({role})</span>
      </span>
      {frame.csrfToken && (
        <form method="post" action={LOGOUT}>
          <input type="hidden" name="_csrf" value={frame.csrfToken} />
          <input type="hidden" name="return_to" value={base} />
          <button class="button-link" type="submit">
            Se déconnecter
          </button>
        </form>
      )}
    </div>
  );
}
