import type { KoaContextWithOIDC } from "oidc-provider";
import { AutoPostPage } from "../pages/auto-post.tsx";
import { html, Layout } from "../pages/layout.tsx";
import { PAGE_HEADERS } from "../pages/send.ts";

/** First page of the logout chain: posts the library's token to the disconnection from the identity provider. */
export function renderLogoutStart(platform: string, ctx: KoaContextWithOIDC, form: string): void {
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? "";
  ctx.set(PAGE_HEADERS);
  ctx.body = html(
    <AutoPostPage
      platform={platform}
      title="Déconnexion en cours"
      action="/api/v2/client/disconnect-from-idp"
      fields={{ xsrf }}
    />,
  );
}

/** Last page of a logout that named no address to return to. */
export function renderLogoutDone(platform: string, ctx: KoaContextWithOIDC): void {
  ctx.set(PAGE_HEADERS);
  ctx.body = html(
    <Layout platform={platform} title="Déconnexion">
      <h1 data-testid="logged-out">Vous êtes bien déconnecté, vous pouvez fermer votre navigateur.</h1>
    </Layout>,
  );
}
