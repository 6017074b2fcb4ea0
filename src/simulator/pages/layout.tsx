import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export interface LayoutProps {
  /** The platform's name, e.g. « FranceConnect ». */
  readonly platform: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The frame of every simulated page: says first of all that nothing here is real. */
export function Layout({ platform, title, children }: LayoutProps): VNode {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} — ${platform} (simulateur)`}</title>
        <link rel="stylesheet" href="/__simulator/assets/simulator.css" />
      </head>
      <body>
        <header>
          <p class="notice" data-testid="simulator-notice">
            <strong>Simulateur</strong> — aucune donnée réelle
          </p>
          <div class="masthead">
            <p class="brand" data-testid="platform">
              {platform}
            </p>
          </div>
        </header>
        <main id="contenu">{children}</main>
        <footer class="footer">
          <p>
            Cette page imite le comportement de {platform} sur cet ordinateur. Ce n’est pas un site de l’État.
          </p>
        </footer>
      </body>
    </html>
  );
}

/** The page as HTML. */
export function html(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
