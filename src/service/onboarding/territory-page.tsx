import type { JSX } from "preact";
import { MILESTONES, type Milestone, type Timeline, TURN_OF } from "../../onboarding/index.ts";
import { Layout, PageHead } from "../components/layout.tsx";
import type { Frame } from "../frame.ts";
import { days, inWords, KINDS, milestoneTitle, SOURCES, whole } from "./words.ts";

export interface TerritoryPageProps {
  readonly frame: Frame;
  readonly timeline: Timeline;
}

/** One collectivité: what it has reached, what comes next and who has to move. Evidence stays with the agents. */
export function TerritoryPage({ frame, timeline }: TerritoryPageProps): JSX.Element {
  const { territory, funding, next } = timeline;
  const ahead = next ? MILESTONES.findIndex(({ slug }) => slug === next.slug) : MILESTONES.length;
  return (
    <Layout frame={frame} title={territory.name}>
      <PageHead
        kicker={KINDS[territory.kind]}
        title={territory.name}
        back={{ href: "/deploiement", label: "Le déploiement" }}
        lead={[
          territory.population === undefined ? "" : `${whole(territory.population)} habitants`,
          territory.siren ? `SIREN ${territory.siren}` : "",
        ]
          .filter(Boolean)
          .join(", ")}
      />
      <div class="stack-large">
        <Next timeline={timeline} />
        <section aria-labelledby="chemin" class="stack">
          <h2 id="chemin">Le chemin</h2>
          <ol class="way">
            {MILESTONES.map((milestone, index) => (
              <Step
                key={milestone.slug}
                milestone={milestone}
                at={timeline.reached[milestone.slug]}
                standing={index < ahead ? "skipped" : index === ahead ? "next" : "later"}
              />
            ))}
          </ol>
        </section>
        <History timeline={timeline} />
        <section aria-labelledby="financement" class="stack measure">
          <h2 id="financement">Financement</h2>
          <p>
            {funding.eligible
              ? `Semble éligible, jusqu’à ${funding.upTo} % de la dépense.`
              : "Ne semble pas éligible à ce fonds."}{" "}
            {funding.because}
          </p>
          <p class="small soft">
            Règle appliquée : {funding.rule}. C’est une indication d’après la règle publiée, pas une décision.
          </p>
        </section>
      </div>
    </Layout>
  );
}

function Next({ timeline: { next, waiting, reached } }: Pick<TerritoryPageProps, "timeline">): JSX.Element {
  if (!next)
    return (
      <p class="notice notice-success">Le chemin est parcouru : un premier dossier est arrivé pré-rempli.</p>
    );
  const begun = Object.keys(reached).length > 0;
  return (
    <div class="notice">
      <h2>La suite</h2>
      <p>
        <strong>{next.todo}</strong> : c’est {TURN_OF[next.owner]} d’agir.
      </p>
      {begun && waiting !== undefined && (
        <p>
          Dernière étape franchie il y a {days(waiting)}
          {waiting > next.usualDays && `, plus que d’habitude (${days(next.usualDays)})`}.
        </p>
      )}
    </div>
  );
}

/** A step that was passed without leaving a trace is not said to be missing. */
const STANDINGS = { skipped: "sans trace", next: "prochaine étape", later: "pas encore" } as const;

function Step(props: {
  readonly milestone: Milestone;
  readonly at: string | undefined;
  readonly standing: keyof typeof STANDINGS;
}): JSX.Element {
  const { milestone, at, standing } = props;
  const next = standing === "next";
  return (
    <li class={at ? "reached" : next ? "next" : undefined} aria-current={next ? "step" : undefined}>
      <strong>{milestone.title}</strong>
      <span class="soft">{at ? inWords(at) : STANDINGS[standing]}</span>
    </li>
  );
}

function History({ timeline: { history } }: Pick<TerritoryPageProps, "timeline">): JSX.Element | null {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="histoire" class="stack">
      <h2 id="histoire">Ce qui a été constaté</h2>
      <table class="answers-table">
        <caption>Rien n’est effacé : une correction est une ligne de plus</caption>
        <thead>
          <tr>
            <th scope="col">Étape</th>
            <th scope="col">Date</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ milestone, action, at, source, reference, corrects }) => (
            <tr key={reference}>
              <th scope="row">
                {milestoneTitle(milestone)}
                {action === "withdrawn" && " (retirée)"}
                {corrects && " (correction)"}
              </th>
              <td data-label="Date">{inWords(at)}</td>
              <td data-label="Source">{SOURCES[source] ?? source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
