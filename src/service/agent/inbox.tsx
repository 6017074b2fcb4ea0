import type { JSX } from "preact";
import type { DossierState, InboxPage as Page } from "../../dossiers/index.ts";
import { daysSince, shortDate, waiting } from "../dates.ts";
import type { Desk } from "./desk.ts";
import { type InboxQuery, inboxHref, VIEWS, type View } from "./inbox-query.ts";
import { AgentLayout } from "./layout.tsx";
import { StateMark } from "./state-mark.tsx";
import { count } from "./words.ts";

export interface InboxPageProps {
  readonly desk: Desk;
  readonly query: InboxQuery;
  readonly page: Page;
  readonly counts: Readonly<Record<DossierState, number>>;
  /** Slug and title, in the portal's order. */
  readonly procedures: readonly { readonly slug: string; readonly title: string }[];
  /** When the oldest dossier to treat was sent. */
  readonly oldest?: string;
  readonly now: Date;
}

/** The agent's list: what waits, the oldest first. */
export function InboxPage(props: InboxPageProps): JSX.Element {
  const { desk, query, page, counts, procedures } = props;
  const titles = new Map(procedures.map(({ slug, title }) => [slug, title]));
  return (
    <AgentLayout
      desk={desk}
      title={query.number ? "Recherche d’un dossier" : `Dossiers — ${query.view.label}`}
    >
      <div class="desk-head">
        <h1>Dossiers</h1>
        <Work {...props} />
      </div>
      <nav class="views" aria-label="Dossiers par état">
        <ul role="list">
          {VIEWS.map((view) => (
            <li key={view.slug}>
              <a
                href={inboxHref({ ...keep(query), view }, desk.base)}
                aria-current={!query.number && view.slug === query.view.slug ? "page" : undefined}
              >
                {view.label} <span class="views-count">{total(counts, view).toLocaleString("fr-FR")}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters desk={desk} query={query} procedures={procedures} />
      {page.rows.length === 0 ? <Empty desk={desk} query={query} /> : <Rows {...props} titles={titles} />}
      <nav class="pages" aria-label="Pages de la liste">
        {query.after && <a href={inboxHref(withoutPage(query), desk.base)}>Revenir au début de la liste</a>}
        {page.next && (
          <a class="button button-quiet" href={inboxHref({ ...query, after: page.next }, desk.base)}>
            Dossiers suivants
          </a>
        )}
        {page.rows.length > 0 && (
          <a class="pages-export" href={inboxHref(withoutPage(query), `${desk.base}/export`)}>
            Exporter cette liste (CSV)
          </a>
        )}
      </nav>
    </AgentLayout>
  );
}

const total = (counts: InboxPageProps["counts"], view: View): number =>
  view.states.reduce((sum: number, state: DossierState) => sum + counts[state], 0);

const keep = ({ procedure, order }: InboxQuery): Partial<InboxQuery> => ({
  order,
  ...(procedure !== undefined && { procedure }),
});

const withoutPage = ({ after: _after, ...query }: InboxQuery): InboxQuery => query;

function Work({ counts, oldest, now }: InboxPageProps): JSX.Element {
  const open = counts.sent + counts.in_review;
  if (open === 0) return <p class="lead soft">Rien n’attend : tous les dossiers reçus sont traités.</p>;
  return (
    <p class="lead soft">
      {count(open, "dossier à traiter", "dossiers à traiter")}
      {oldest && (
        <>
          , le plus ancien attend <strong class="nowrap">{waiting(oldest, now)}</strong>
        </>
      )}
      .
    </p>
  );
}

function Filters({
  desk,
  query,
  procedures,
}: Pick<InboxPageProps, "desk" | "query" | "procedures">): JSX.Element {
  return (
    <div class="filters">
      <form method="get" action={desk.base} class="filter">
        {query.view.slug !== VIEWS[0].slug && !query.number && (
          <input type="hidden" name="vue" value={query.view.slug} />
        )}
        <label for="demarche">Démarche</label>
        <div class="filter-line">
          <select id="demarche" name="demarche">
            <option value="">Toutes les démarches</option>
            {procedures.map(({ slug, title }) => (
              <option key={slug} value={slug} selected={slug === query.procedure}>
                {title}
              </option>
            ))}
          </select>
          <button class="button button-quiet" type="submit">
            Filtrer
          </button>
        </div>
      </form>
      <search>
        <form method="get" action={desk.base} class="filter">
          <label for="numero">
            Numéro de dossier <span class="hint-inline">par exemple 2026-RS-7F3K9C</span>
          </label>
          <div class="filter-line">
            <input
              id="numero"
              name="numero"
              type="text"
              value={query.number}
              autocomplete="off"
              spellcheck={false}
            />
            <button class="button button-quiet" type="submit">
              Chercher
            </button>
          </div>
        </form>
      </search>
    </div>
  );
}

function Rows(props: InboxPageProps & { readonly titles: ReadonlyMap<string, string> }): JSX.Element {
  const { desk, query, page, now, titles } = props;
  const newest = query.order === "newest";
  return (
    <table class="rows answers-table">
      <caption>
        {query.number ? `Dossier numéro ${query.number}` : query.view.label}
        <span class="soft">
          {" "}
          — {count(page.rows.length, "dossier affiché", "dossiers affichés")},{" "}
          {newest ? "le plus récent d’abord" : "le plus ancien d’abord"}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Dossier</th>
          <th scope="col">Demandeur</th>
          <th scope="col">Démarche</th>
          <th scope="col">État</th>
          <th scope="col" aria-sort={newest ? "descending" : "ascending"}>
            <a href={inboxHref({ ...withoutPage(query), order: newest ? "oldest" : "newest" }, desk.base)}>
              Reçu le
              <span class="visually-hidden">, trier {newest ? "du plus ancien" : "du plus récent"}</span>
            </a>
          </th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map(({ id, number, applicant, enteredBy, procedure, state, sentAt }) => (
          <tr key={id}>
            <th scope="row">
              <a class="row-number" href={`${desk.base}/dossiers/${id}`}>
                {number}
              </a>
            </th>
            <td data-label="Demandeur" class="applicant" dir="auto">
              {applicant}
              {enteredBy !== undefined && (
                <span class="line soft small">Saisi au guichet par {enteredBy || "un agent"}</span>
              )}
            </td>
            <td data-label="Démarche">{titles.get(procedure) ?? procedure}</td>
            <td data-label="État">
              <StateMark state={state} />
            </td>
            <td data-label="Reçu le" class="figures">
              <time datetime={sentAt}>{shortDate(sentAt)}</time>
              {isOpen(state) && <Age days={daysSince(sentAt, now)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isOpen = (state: DossierState): boolean => state === "sent" || state === "in_review";

/** Half of the two months after which silence is a decision (L231-1 and L231-4 CRPA). */
const LATE = 30;

function Age({ days }: { readonly days: number }): JSX.Element {
  const text = days === 0 ? "aujourd’hui" : count(days, "jour", "jours");
  return <span class={days >= LATE ? "age age-late" : "age"}>{text}</span>;
}

function Empty({ desk, query }: Pick<InboxPageProps, "desk" | "query">): JSX.Element {
  if (query.number) {
    return (
      <div class="empty">
        <h2>Aucun dossier ne porte ce numéro</h2>
        <p>
          Un numéro ressemble à 2026-RS-7F3K9C. Recopiez-le depuis l’accusé de réception, ou{" "}
          <a href={desk.base}>revenez aux dossiers à traiter</a>.
        </p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>Aucun dossier ici</h2>
      <p>
        {query.after || query.procedure ? (
          <>
            Élargissez la recherche :{" "}
            <a href={inboxHref({ view: query.view }, desk.base)}>toutes les démarches</a>.
          </>
        ) : (
          "Quand une demande arrivera, elle s’affichera dans cette liste."
        )}
      </p>
    </div>
  );
}
