import { renderToString } from "preact-render-to-string";
import type { Level, Platform } from "../citizen.ts";

export interface FranceConnectButtonProperties {
  /** FranceConnect by default. */
  readonly platform?: Platform;
  /** Asked at the login: eidas1, or eidas2 on FranceConnect+. */
  readonly level?: Level;
  /** A local path. */
  readonly returnTo?: string;
  /** `data`: the citizen is already known and fetches data only. */
  readonly purpose?: "login" | "data";
  /** `/auth/login` by default. */
  readonly loginPath?: string;
  /**
   * A form on the same page that is sent first, with this name and value, so that what was typed in it is kept: its
   * route then redirects to `loginPath` itself. The providers must be allowed by the policy’s `form-action`.
   */
  readonly submit?: { readonly form: string; readonly name: string; readonly value: string };
  /** French by default. The texts may be translated, never reworded. */
  readonly language?: ButtonLanguage;
}

export type ButtonLanguage = "fr" | "en";

const PLATFORMS = {
  franceconnect: {
    name: "FranceConnect",
    about: "https://franceconnect.gouv.fr/",
    level: "eidas1",
  },
  "franceconnect-plus": {
    name: "FranceConnect+",
    about: "https://franceconnect.gouv.fr/france-connect-plus",
    level: "eidas2",
  },
} as const;

const TEXTS = {
  fr: {
    login: "S’identifier avec",
    data: "Récupérer mes données avec",
    sentence:
      "FranceConnect+ est la solution proposée par l’État, pour renforcer la sécurité de vos services en ligne les plus sensibles.",
    about: (name: string) => `Qu’est-ce que ${name} ?`,
    newWindow: "nouvelle fenêtre",
  },
  en: {
    login: "Sign in with",
    data: "Retrieve my data with",
    sentence:
      "FranceConnect+ is the solution offered by the French State to strengthen the security of your most sensitive online services.",
    about: (name: string) => `What is ${name}?`,
    newWindow: "new window",
  },
} as const;

/**
 * The button as FranceConnect prescribes it: label, then a link that says what it is. It is a link (GET), so that
 * no `form-action` policy stands in its way; with `submit`, it sends a form first. Classes: `fc-button-group`, `fc-button`, `fc-button--plus`,
 * `fc-button__login`, `fc-button__brand`, `fc-button__about`, `fc-button__sentence`; the style is yours.
 *
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-boutons-fc/
 * @example
 * import { FranceConnectButton } from "passerelle";
 * const page = <FranceConnectButton platform="franceconnect-plus" returnTo="/apa" />;
 */
export function FranceConnectButton(properties: FranceConnectButtonProperties) {
  const {
    platform = "franceconnect",
    purpose = "login",
    loginPath = "/auth/login",
    returnTo,
    submit,
  } = properties;
  const { name, about, level: lowest } = PLATFORMS[platform];
  const texts = TEXTS[properties.language ?? "fr"];
  const query = new URLSearchParams({
    level: properties.level ?? lowest,
    ...(returnTo && { return_to: returnTo }),
  });
  const modifier = platform === "franceconnect-plus" ? " fc-button--plus" : "";
  const label = (
    <>
      <span class="fc-button__login">{texts[purpose]}</span> <span class="fc-button__brand">{name}</span>
    </>
  );
  return (
    <div class="fc-button-group">
      {submit ? (
        <button class={`fc-button${modifier}`} type="submit" formnovalidate {...submit}>
          {label}
        </button>
      ) : (
        <a class={`fc-button${modifier}`} href={`${loginPath}?${query}`}>
          {label}
        </a>
      )}
      {platform === "franceconnect-plus" && <p class="fc-button__sentence">{texts.sentence}</p>}
      <p class="fc-button__about">
        <About question={texts.about(name)} href={about} newWindow={texts.newWindow} />
      </p>
    </div>
  );
}

/**
 * The same as a text, for applications that render otherwise.
 *
 * @see https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-boutons-fc/
 * @example
 * import { franceConnectButton } from "passerelle";
 * app.get("/connexion", (_req, res) => res.send(franceConnectButton({ returnTo: "/cantine" })));
 */
export function franceConnectButton(properties: FranceConnectButtonProperties = {}): string {
  return renderToString(<FranceConnectButton {...properties} />);
}

/**
 * ProConnect's button. Classes: `pc-button-group`, `pc-button`, `pc-button__login`, `pc-button__brand`,
 * `pc-button__about`.
 *
 * @see https://partenaires.proconnect.gouv.fr/docs/fournisseur-service/bouton_proconnect
 * @example
 * import { ProConnectButton } from "passerelle";
 * const page = <ProConnectButton href="/agent/auth/login" />;
 */
export function ProConnectButton({ href }: { readonly href: string }) {
  return (
    <div class="pc-button-group">
      <a class="pc-button" href={href}>
        <span class="pc-button__login">S’identifier avec</span>{" "}
        <span class="pc-button__brand">ProConnect</span>
      </a>
      <p class="pc-button__about">
        <About
          question={TEXTS.fr.about("ProConnect")}
          href="https://www.proconnect.gouv.fr/"
          newWindow={TEXTS.fr.newWindow}
        />
      </p>
    </div>
  );
}

interface AboutProperties {
  readonly question: string;
  readonly href: string;
  readonly newWindow: string;
}

function About({ question, href, newWindow }: AboutProperties) {
  return (
    <a href={href} target="_blank" rel="noopener" title={`${question} - ${newWindow}`}>
      {question}
    </a>
  );
}
