import type { JSX } from "preact";
import type { Dossier } from "../../../dossiers/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage } from "../../language/index.ts";
import { dossierPaths } from "../dossier-now.ts";
import { Numbered, Timeline } from "./timeline.tsx";

export interface ChangedProps {
  readonly frame: Frame;
  readonly title: string;
  /** As it is now. */
  readonly dossier: Dossier;
  /** The revision that the citizen was looking at; NaN where the form does not say. */
  readonly seen: number;
}

/** The dossier moved while the citizen was writing: nothing was saved, and this is what happened. */
export function ChangedPage({ frame, title, dossier, seen }: ChangedProps): JSX.Element {
  const since = dossier.history.filter(({ revision }) => revision > seen);
  const { t, translate } = useLanguage();
  return (
    <Layout frame={frame} title={`${t("Dossier modifié entre-temps")} — ${translate(title)}`}>
      <PageHead
        title={t("Votre dossier a changé entre-temps")}
        kicker={<Numbered title={title} number={dossier.number} />}
        lead={t(
          "Ce que vous venez d’envoyer n’a pas été enregistré. Relisez votre dossier avant de continuer.",
        )}
      />
      <section class="stack" aria-labelledby="changements">
        <h2 id="changements">{t("Ce qui s’est passé")}</h2>
        <Timeline events={since.length > 0 ? since : dossier.history.slice(-1)} />
      </section>
      <p class="actions">
        <a class="button" href={dossierPaths(dossier.id).dossier}>
          {t("Voir mon dossier")}
        </a>
      </p>
    </Layout>
  );
}
