import type { JSX } from "preact";
import type { DossierSummary, DraftSummary } from "../../../dossiers/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { paths } from "../draft-visit.ts";
import { STATE_WORDS } from "../words.ts";
import { LeftToDo } from "./resume.tsx";

export interface DossiersProps {
  readonly frame: Frame;
  readonly titles: ReadonlyMap<string, string>;
  readonly drafts: readonly DraftSummary[];
  readonly dossiers: readonly DossierSummary[];
  /** How many answers of the step that was just put off are missing or not valid; absent where none was. */
  readonly left?: number;
}

/** What was begun and what was sent. */
export function DossiersPage({ frame, titles, drafts, dossiers, left }: DossiersProps): JSX.Element {
  const title = (slug: string) => titles.get(slug) ?? slug;
  const { t, longDate } = useLanguage();
  return (
    <Layout frame={frame} title={t("Mes dossiers")}>
      <PageHead title={t("Mes dossiers")} />
      <div class="stack-large">
        <LeftToDo left={left} />
        {drafts.length > 0 && (
          <section class="stack" aria-labelledby="brouillons">
            <h2 id="brouillons">{t("À terminer")}</h2>
            <ul class="sources" role="list">
              {drafts.map(({ id, procedure, updatedAt, expiresAt }) => (
                <li key={id} class="source">
                  <h3>
                    <a href={paths(procedure).form}>
                      <Words text={title(procedure)} />
                    </a>
                  </h3>
                  <p>
                    {t("Enregistré le {saved}, gardé jusqu’au {expires}.", {
                      saved: longDate(updatedAt),
                      expires: longDate(expiresAt),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="stack" aria-labelledby="envoyes">
          <h2 id="envoyes">{t("Envoyés")}</h2>
          {dossiers.length === 0 ? (
            <p>
              {t("Vous n’avez pas encore envoyé de demande.")} <a href="/">{t("Choisir une démarche")}</a>
            </p>
          ) : (
            <ul class="sources" role="list">
              {dossiers.map(({ id, procedure, number, sentAt, state }) => (
                <li key={id} class="source">
                  <h3>
                    <a href={`/mes-dossiers/${id}`}>
                      <Words text={title(procedure)} /> <span class="nowrap">{number}</span>
                    </a>
                  </h3>
                  <p>
                    {t("{state}, envoyé le {date}", {
                      state: <strong>{t(STATE_WORDS[state])}</strong>,
                      date: longDate(sentAt),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Layout>
  );
}
