import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage } from "../../language/index.ts";
import { dossierPaths } from "../dossier-now.ts";
import { Numbered } from "./timeline.tsx";

export interface WithdrawalProps {
  readonly frame: Frame;
  readonly title: string;
  readonly dossier: Dossier;
  readonly token: string;
}

/** What withdrawing means, before it is done. */
export function WithdrawalPage({ frame, title, dossier, token }: WithdrawalProps): JSX.Element {
  const { t, translate } = useLanguage();
  const to = dossierPaths(dossier.id);
  return (
    <Layout frame={frame} title={`${t("Retirer ma demande")} — ${translate(title)}`}>
      <PageHead
        title={t("Retirer ma demande ?")}
        kicker={<Numbered title={title} number={dossier.number} />}
        back={{ href: to.dossier, label: t("Mon dossier") }}
        lead={t(
          "Votre demande sera classée sans suite et ne sera plus examinée. Elle sera gardée {months} mois, puis supprimée. Vous ne pourrez pas revenir en arrière, mais vous pourrez en envoyer une autre.",
          { months: dossier.retentionMonths },
        )}
      />
      <form method="post" action={to.withdrawal} class="form">
        <input type="hidden" name="_csrf" value={token} />
        <input type="hidden" name="revision" value={String(dossier.revision)} />
        <div class="actions">
          <button class="button" type="submit">
            {t("Retirer ma demande")}
          </button>
          <a href={to.dossier}>{t("Garder ma demande")}</a>
        </div>
      </form>
    </Layout>
  );
}
