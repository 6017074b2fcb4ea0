import type { KoaContextWithOIDC } from "oidc-provider";
import { AutoPostPage } from "../pages/auto-post.tsx";
import { html, Layout } from "../pages/layout.tsx";
import { PAGE_HEADERS } from "../pages/send.ts";
import { PROCONNECT_LABEL } from "./platform.ts";

/** First page of the logout chain: posts the library's token to the disconnection from the identity provider. */
export function renderAgentLogoutStart(ctx: KoaContextWithOIDC, form: string): void {
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? "";
  ctx.set(PAGE_HEADERS);
  ctx.body = html(
    <AutoPostPage
      platform={PROCONNECT_LABEL}
      title="Déconnexion en cours"
      action="/api/v2/client/disconnect-from-idp"
      fields={{ xsrf }}
    />,
  );
}

/** Last page of a logout that named no address, or one without a client. */
export function renderAgentLogoutDone(ctx: KoaContextWithOIDC): void {
  ctx.set(PAGE_HEADERS);
  ctx.body = html(
    <Layout platform={PROCONNECT_LABEL} title="Déconnexion">
      <h1 data-testid="logged-out">Vous êtes bien déconnecté</h1>
      <p>Vous pouvez fermer cette fenêtre.</p>
    </Layout>,
  );
}
