import type { JSX } from "preact";
import type { Citizen } from "../../../federation/index.ts";
import type { Notice, SourceSnapshot } from "../../../procedures/index.ts";
import { Layout, PageHead } from "../../components/layout.tsx";
import { longDate, longMoment } from "../../dates.ts";
import type { Frame } from "../../frame.ts";
import { LEVEL_LABELS, provider } from "../words.ts";

export interface DraftData {
  readonly id: string;
  readonly title: string;
  readonly expiresAt: string;
  readonly notice: Notice;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
}

export interface DataProps {
  readonly frame: Frame;
  readonly citizen?: Citizen;
  readonly drafts: readonly DraftData[];
  readonly token: string;
}

/** What is held about the person who looks, until when, and how to have a draft removed. */
export function DataPage({ frame, citizen, drafts, token }: DataProps): JSX.Element {
  return (
    <Layout frame={frame} title="Mes données">
      <PageHead
        title="Mes données"
        lead="Ce que nous avons lu pour vous, et jusqu’à quand nous le gardons."
      />
      <div class="stack-large">
        {citizen && <IdentitySection citizen={citizen} />}
        <section class="stack" aria-labelledby="lues">
          <h2 id="lues">Dans vos demandes à terminer</h2>
          {drafts.length === 0 && <p>Aucune demande commencée.</p>}
          {drafts.map(({ id, title, expiresAt, notice, sources }) => (
            <article key={id} class="source">
              <h3>{title}</h3>
              <ul>
                {notice.sources.map(({ source, from, what }) => {
                  const state = sources[source]?.state;
                  return (
                    <li key={source}>
                      {what.join(", ")} :{" "}
                      {state?.state === "received"
                        ? `lu auprès de ${provider(state.provider ?? from)} le ${longMoment(state.at)}`
                        : "rien n’a été gardé"}
                    </li>
                  );
                })}
              </ul>
              <p class="soft">Gardé jusqu’au {longDate(expiresAt)}, ou jusqu’à l’envoi.</p>
              <form method="post" action="/mes-donnees">
                <input type="hidden" name="_csrf" value={token} />
                <button class="button-link" type="submit" name="draft" value={id}>
                  Supprimer cette demande et ce qu’elle contient
                </button>
              </form>
            </article>
          ))}
        </section>
        <section class="stack" aria-labelledby="envoyees">
          <h2 id="envoyees">Dans vos demandes envoyées</h2>
          <p>
            Chaque dossier dit ce qui a été lu, auprès de qui, et quels agents l’ont consulté.{" "}
            <a href="/mes-dossiers">Voir mes dossiers</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

function IdentitySection({ citizen }: { readonly citizen: Citizen }): JSX.Element {
  const { identity, level, authenticatedAt } = citizen;
  const rows = [
    ["Nom de naissance", identity.familyName],
    ["Prénoms", identity.givenNames.join(" ")],
    ["Nom d’usage", identity.preferredUsername],
    ["Date de naissance", identity.birthdate],
    ["Adresse électronique", identity.email],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  return (
    <section class="stack" aria-labelledby="identite">
      <h2 id="identite">Votre identité, le temps de cette visite</h2>
      <dl class="answers">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        Transmise par {LEVEL_LABELS[level]} le {longMoment(authenticatedAt)}. Elle est effacée à la
        déconnexion ; seules vos demandes en gardent la copie dont elles ont besoin.
      </p>
    </section>
  );
}
