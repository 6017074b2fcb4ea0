import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { dossierPaths } from "../dossier-now.ts";

export interface WithdrawalProps {
  readonly frame: Frame;
  readonly title: string;
  readonly dossier: Dossier;
  readonly token: string;
}

/** What withdrawing means, before it is done. */
export function WithdrawalPage({ frame, title, dossier, token }: WithdrawalProps): JSX.Element {
  const to = dossierPaths(dossier.id);
  return (
    <Layout frame={frame} title={`Retirer ma demande — ${title}`}>
      <PageHead
        title="Retirer ma demande ?"
        kicker={`${title}, ${dossier.number}`}
        back={{ href: to.dossier, label: "Mon dossier" }}
        lead={`Votre demande sera classée sans suite et ne sera plus examinée. Elle sera gardée ${dossier.retentionMonths} mois, puis supprimée. Vous ne pourrez pas revenir en arrière, mais vous pourrez en envoyer une autre.`}
      />
      <form method="post" action={to.withdrawal} class="form">
        <input type="hidden" name="_csrf" value={token} />
        <input type="hidden" name="revision" value={String(dossier.revision)} />
        <div class="actions">
          <button class="button" type="submit">
            Retirer ma demande
          </button>
          <a href={to.dossier}>Garder ma demande</a>
        </div>
      </form>
    </Layout>
  );
}
