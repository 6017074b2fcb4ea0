import type { VNode } from "preact";
import { Layout } from "./layout.tsx";

export interface ErrorPageProps {
  readonly platform: string;
  readonly code: string;
  readonly id: string;
  readonly message: string;
  /** What a developer needs, from the library. */
  readonly detail?: string | undefined;
  /** Link back to the service, where the platform offers one. */
  readonly back?: { readonly href: string; readonly label: string } | undefined;
}

/** A page on which the platform stops; code and id are what its support asks for. */
export function ErrorPage({ platform, code, id, message, detail, back }: ErrorPageProps): VNode {
  return (
    <Layout platform={platform} title="Erreur">
      <h1>La connexion n’a pas abouti</h1>
      <p data-testid="error-message">{message}</p>
      {back === undefined ? null : (
        <p>
          <a class="button" data-testid="back-to-service" href={back.href}>
            {back.label}
          </a>
        </p>
      )}
      <dl class="facts">
        <dt>Code</dt>
        <dd data-testid="error-code">{code}</dd>
        <dt>Identifiant</dt>
        <dd data-testid="error-id">{id}</dd>
        {detail === undefined ? null : (
          <>
            <dt>Précision pour le service</dt>
            <dd data-testid="error-detail">{detail}</dd>
          </>
        )}
      </dl>
    </Layout>
  );
}
