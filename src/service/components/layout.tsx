import type { ComponentChildren, JSX } from "preact";
import type { Frame } from "../frame.ts";
import { useLanguage } from "../language/index.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

export interface LayoutProps {
  readonly frame: Frame;
  /** Unique to the page; the commune's name follows. */
  readonly title: string;
  /** The page shows errors: its title says so first, as a screen reader reads it first. */
  readonly inError?: boolean;
  /** Stands before the columns, as wide as the window. */
  readonly hero?: ComponentChildren;
  /** The id of the page's form: a change of language saves it first, as « Enregistrer » does. */
  readonly form?: string;
  readonly children: ComponentChildren;
}

/** The frame of every page: landmarks, skip link, header, footer. */
export function Layout({ frame, title, inError, hero, form, children }: LayoutProps): JSX.Element {
  const { language, t } = useLanguage();
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>
          {inError && `${t("Erreur :")} `}
          {title} — {frame.collectivite.name}
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
      <body>
        <a class="skip" href="#contenu">
          {t("Aller au contenu")}
        </a>
        <Header frame={frame} {...(form && { form })} />
        <main id="contenu" tabIndex={-1} class={hero ? "has-hero" : undefined}>
          {hero}
          <div class="wrap">{children}</div>
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

export interface PageHeadProps {
  readonly title: ComponentChildren;
  readonly kicker?: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: ComponentChildren };
}

/** The way back, what this is part of, the page's one title, and a sentence. */
export function PageHead({ title, kicker, lead, back }: PageHeadProps): JSX.Element {
  return (
    <div class="page-head">
      {back && (
        <a class="back" href={back.href}>
          {back.label}
        </a>
      )}
      {kicker && <p class="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <div class="lead soft">{lead}</div>}
    </div>
  );
}
