import type { JSX } from "preact";
import type { Procedure } from "../../../procedures/index.ts";
import { PageHead } from "../../components/layout.tsx";
import { longDate, longMoment } from "../../dates.ts";
import type { Desk } from "../desk.ts";
import { AgentLayout } from "../layout.tsx";
import { counterPaths } from "./counter-visit.ts";

/** A form that was begun at the counter and not sent. */
export interface Unfinished {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly expiresAt: string;
}

export interface CounterListPageProps {
  readonly desk: Desk;
  readonly unfinished: readonly Unfinished[];
  readonly procedures: readonly Pick<Procedure, "slug" | "title" | "summary">[];
}

/** The counter: what can be begun for somebody who is there, and what was left unfinished. */
export function CounterListPage({ desk, unfinished, procedures }: CounterListPageProps): JSX.Element {
  const to = counterPaths(desk.base);
  return (
    <AgentLayout desk={desk} title="Guichet">
      <PageHead
        title="Guichet"
        lead="Saisir une demande pour une personne présente, sans Internet ou sans FranceConnect. Elle est instruite comme les autres."
      />
      <div class="stack-large">
        <section class="stack" aria-labelledby="commencer">
          <h2 id="commencer">Commencer une demande</h2>
          <ul class="stack-small" role="list">
            {procedures.map(({ slug, title, summary }) => (
              <li key={slug}>
                <a href={to.begin(slug)}>{title}</a>
                <span class="line soft small">{summary}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="stack" aria-labelledby="reprendre">
          <h2 id="reprendre">Saisies commencées, non envoyées</h2>
          {unfinished.length === 0 ? (
            <p>Aucune saisie n’est en attente.</p>
          ) : (
            <Table desk={desk} unfinished={unfinished} />
          )}
        </section>
      </div>
    </AgentLayout>
  );
}

function Table({ desk, unfinished }: Pick<CounterListPageProps, "desk" | "unfinished">): JSX.Element {
  return (
    <table class="rows answers-table">
      <caption>
        Ouvertes à tous les agents de la collectivité
        <span class="soft"> — la plus récente d’abord</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Usager</th>
          <th scope="col">Démarche</th>
          <th scope="col">Dernière saisie</th>
          <th scope="col">Effacée le</th>
          <th scope="col">Abandonner</th>
        </tr>
      </thead>
      <tbody>
        {unfinished.map(({ id, title, name, updatedAt, expiresAt }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              <a href={counterPaths(desk.base, id).check}>{name || "Sans nom"}</a>
            </th>
            <td data-label="Démarche">{title}</td>
            <td data-label="Dernière saisie">
              <time datetime={updatedAt}>{longMoment(updatedAt)}</time>
            </td>
            <td data-label="Effacée le">{longDate(expiresAt)}</td>
            <td data-label="Abandonner">
              <form method="post" action={counterPaths(desk.base, id).abandon}>
                <input type="hidden" name="_csrf" value={desk.frame.csrfToken} />
                <button class="button-link" type="submit">
                  Effacer<span class="visually-hidden"> la saisie pour {name || "un usager sans nom"}</span>
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
