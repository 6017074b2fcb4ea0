import type { JSX } from "preact";
import type { Level } from "../../../federation/index.ts";
import type { Notice, SourceSnapshot } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import { SourceList } from "../../components/source-list.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { paths } from "../draft-visit.ts";
import type { SourceTitles } from "../source-titles.ts";
import { LEVEL_LABELS } from "../words.ts";

export interface SourcesProps {
  readonly frame: Frame;
  readonly slug: string;
  readonly title: string;
  /** At which the citizen has logged in. */
  readonly level: Level;
  readonly notice: Notice;
  /** What each source gives, by the labels of the fields. */
  readonly titles: SourceTitles;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
  readonly draft: string;
  readonly token: string;
  /** Where the form goes on. */
  readonly next: string;
}

/** What was received, what is still coming, what did not come: said before the form, so that nothing surprises in it. */
export function SourcesPage({
  frame,
  slug,
  title,
  level,
  notice,
  titles,
  sources,
  draft,
  token,
  next,
}: SourcesProps): JSX.Element {
  const { t } = useLanguage();
  const states = Object.values(sources).map(({ state }) => state.state);
  const pending = states.includes("pending");
  const retry = states.includes("unavailable");
  const { sources: here } = paths(slug);
  return (
    <Layout frame={frame} title={t("Vos données récupérées")}>
      <PageHead title={t("Ce que nous avons récupéré pour vous")} kicker={<Words text={title} />} />
      <div class="stack-large measure">
        <div class="sources">
          <article class="source source-received">
            <h2>{t("Votre identité")}</h2>
            <p>
              {t(
                "{received} de {platform}. Elle ne se modifie pas ici. Une erreur ? Elle se corrige auprès de l’Insee ou de votre mairie de naissance ; en attendant, dites-le-nous au guichet.",
                { received: <strong>{t("Reçue")}</strong>, platform: LEVEL_LABELS[level] },
              )}
            </p>
          </article>
        </div>
        <SourceList notice={notice} titles={titles} sources={sources} returnTo={paths(slug).form} />
        {pending && (
          <p role="status">
            {t("Une réponse est encore attendue.")} <a href={here}>{t("Actualiser la page")}</a>
          </p>
        )}
        <div class="actions">
          <a class="button" href={next}>
            {t("Continuer")}
          </a>
          {retry && (
            <form method="post" action={here}>
              <input type="hidden" name="_csrf" value={token} />
              <input type="hidden" name="draft" value={draft} />
              <button class="button button-quiet" type="submit" name="action" value="retry">
                {t("Réessayer")}
              </button>
            </form>
          )}
        </div>
      </div>
    </Layout>
  );
}
