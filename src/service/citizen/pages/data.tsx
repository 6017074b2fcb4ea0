import type { JSX } from "preact";
import type { Citizen } from "../../../federation/index.ts";
import {
  type DocumentReference,
  formatDate,
  type Notice,
  type SourceSnapshot,
} from "../../../procedures/index.ts";
import { FileLinks } from "../../components/files.tsx";
import { Layout, PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { dossierPaths } from "../dossier-now.ts";
import { LEVEL_LABELS, list, provider } from "../words.ts";

export interface DraftData {
  readonly id: string;
  readonly title: string;
  readonly expiresAt: string;
  readonly notice: Notice;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
  /** Files joined so far. */
  readonly documents: readonly DocumentReference[];
}

export interface DataProps {
  readonly frame: Frame;
  readonly citizen?: Citizen;
  readonly drafts: readonly DraftData[];
  readonly token: string;
}

/** What is held about the person who looks, until when, and how to have a draft removed. */
export function DataPage({ frame, citizen, drafts, token }: DataProps): JSX.Element {
  const speech = useLanguage();
  const { t, translate, longDate, longMoment } = speech;
  return (
    <Layout frame={frame} title={t("Mes données")}>
      <PageHead
        title={t("Mes données")}
        lead={t("Ce que nous avons lu pour vous, et jusqu’à quand nous le gardons.")}
      />
      <div class="stack-large">
        {citizen && <IdentitySection citizen={citizen} />}
        <section class="stack" aria-labelledby="lues">
          <h2 id="lues">{t("Dans vos demandes à terminer")}</h2>
          {drafts.length === 0 && <p>{t("Aucune demande commencée.")}</p>}
          {drafts.map(({ id, title, expiresAt, notice, sources, documents }) => (
            <article key={id} class="source">
              <h3>
                <Words text={title} />
              </h3>
              <ul>
                {notice.sources.map(({ source, from, what }) => {
                  const state = sources[source]?.state;
                  return (
                    <li key={source}>
                      {state?.state === "received"
                        ? t("{what} : lu auprès de {whom} le {moment}", {
                            what: list(what.map(translate)),
                            whom: provider(speech, state.provider ?? from),
                            moment: longMoment(state.at),
                          })
                        : t("{what} : rien n’a été gardé", { what: list(what.map(translate)) })}
                    </li>
                  );
                })}
              </ul>
              {documents.length > 0 && (
                <>
                  <p>{t("Documents que vous avez joints :")}</p>
                  <FileLinks files={documents} hrefOf={dossierPaths(id).document} />
                </>
              )}
              <p class="soft">
                {t("Gardé jusqu’au {date}, ou jusqu’à l’envoi.", { date: longDate(expiresAt) })}
              </p>
              <form method="post" action="/mes-donnees">
                <input type="hidden" name="_csrf" value={token} />
                <button class="button-link" type="submit" name="draft" value={id}>
                  {t("Supprimer cette demande et ce qu’elle contient")}
                </button>
              </form>
            </article>
          ))}
        </section>
        <section class="stack" aria-labelledby="envoyees">
          <h2 id="envoyees">{t("Dans vos demandes envoyées")}</h2>
          <p>
            {t(
              "Chaque dossier dit ce qui a été lu, auprès de qui, ce que vous avez joint, et quels agents l’ont consulté.",
            )}{" "}
            <a href="/mes-dossiers">{t("Voir mes dossiers")}</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

function IdentitySection({ citizen }: { readonly citizen: Citizen }): JSX.Element {
  const { t, translate, longMoment } = useLanguage();
  const { identity, level, authenticatedAt } = citizen;
  const rows = [
    [t("Nom de naissance"), identity.familyName],
    [t("Prénoms"), identity.givenNames.join(" ")],
    [t("Nom d’usage"), identity.preferredUsername],
    [t("Date de naissance"), translate(formatDate(identity.birthdate))],
    [t("Adresse électronique"), identity.email],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return (
    <section class="stack" aria-labelledby="identite">
      <h2 id="identite">{t("Votre identité, le temps de cette visite")}</h2>
      <dl class="answers">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        {t(
          "Transmise par {platform} le {moment}. Elle est effacée à la déconnexion ; seules vos demandes en gardent la copie dont elles ont besoin.",
          { platform: LEVEL_LABELS[level], moment: longMoment(authenticatedAt) },
        )}
      </p>
    </section>
  );
}
