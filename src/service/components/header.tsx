import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { LANGUAGE_INPUT, LANGUAGES, type Language, languagePath, useLanguage } from "../language/index.ts";
import { Mark } from "./mark.tsx";

const NAVIGATION = [
  { href: "/", label: "Démarches" },
  { href: "/mes-dossiers", label: "Mes dossiers" },
  { href: "/mes-donnees", label: "Mes données" },
  { href: "/aide", label: "Aide" },
] as const;

export interface HeaderProps {
  readonly frame: Frame;
  /** The id of the form that a change of language saves first. */
  readonly form?: string;
}

export function Header({ frame, form }: HeaderProps): JSX.Element {
  const { t, other } = useLanguage();
  return (
    <>
      <header class="site-header">
        {frame.sandbox && <SandboxBand />}
        <div class="wrap">
          <a class="brand" href="/" title={`${t("Accueil")} — ${frame.collectivite.name}`}>
            <Mark />
            <span>
              <span class="brand-name">{frame.collectivite.name}</span>
              <span class="brand-line">{t("Démarches en ligne")}</span>
            </span>
          </a>
          <nav class="site-nav" aria-label={t("Menu principal")}>
            <ul role="list">
              {NAVIGATION.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={isCurrent(frame.path, href) ? "page" : undefined}>
                    {t(label)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Account frame={frame} />
          {other &&
            (form ? (
              <LanguageButton form={form} other={other} />
            ) : (
              <LanguageLink path={frame.here ?? frame.path} other={other} />
            ))}
        </div>
      </header>
      <River />
    </>
  );
}

/** The same page in the other language, said in that language. */
function LanguageLink({ path, other }: { readonly path: string; readonly other: Language }): JSX.Element {
  const { name, invitation } = LANGUAGES[other];
  return (
    <a
      class="language"
      href={languagePath(other, path)}
      lang={other}
      hreflang={other}
      aria-label={invitation}
      rel="nofollow"
    >
      {name}
    </a>
  );
}

/** The same where a form is being filled in: what was typed is saved first. */
function LanguageButton({ form, other }: { readonly form: string; readonly other: Language }): JSX.Element {
  const { name, invitation } = LANGUAGES[other];
  return (
    <>
      {/* « Entrée » in an input presses the form's first button, which must not be the other one. */}
      <button
        class="visually-hidden"
        type="submit"
        form={form}
        name="then"
        value="next"
        tabIndex={-1}
        aria-hidden
      />
      <button
        class="language button-link"
        type="submit"
        form={form}
        name={LANGUAGE_INPUT}
        value={other}
        formnovalidate
        lang={other}
        aria-label={invitation}
      >
        {name}
      </button>
    </>
  );
}

function isCurrent(path: string, href: string): boolean {
  return href === "/" ? path === "/" || path.startsWith("/demarches") : path.startsWith(href);
}

function SandboxBand(): JSX.Element {
  const { t } = useLanguage();
  return (
    <div class="demo-band">
      <p class="wrap">
        {t(
          "{demonstration} Commune fictive, personnes fictives, services de l’État simulés : rien n’est transmis à une administration.",
          { demonstration: <strong>{t("Démonstration.")}</strong> },
        )}
      </p>
    </div>
  );
}

function Account({ frame }: { readonly frame: Frame }): JSX.Element {
  const { t } = useLanguage();
  if (!frame.citizenName || !frame.csrfToken) {
    return (
      <div class="account">
        <a class="button button-quiet" href="/connexion">
          {t("Se connecter")}
        </a>
      </div>
    );
  }
  return (
    <div class="account">
      <span class="account-name">{frame.citizenName}</span>
      <form method="post" action="/auth/logout">
        <input type="hidden" name="_csrf" value={frame.csrfToken} />
        <button class="button-link" type="submit">
          {t("Se déconnecter")}
        </button>
      </form>
    </div>
  );
}

/** Two lines of water that cross: what the State knows, what the citizen says. */
export function River(): JSX.Element {
  return (
    <svg class="river" viewBox="0 0 1440 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path
        d="M0 7c120-9 240-9 360 0s240 9 360 0 240-9 360 0 240 9 360 0"
        vector-effect="non-scaling-stroke"
      />
      <path
        d="M0 7c120 9 240 9 360 0s240-9 360 0 240 9 360 0 240-9 360 0"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}
