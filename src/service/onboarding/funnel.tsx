import type { JSX } from "preact";
import { type Overview, type StageFigures, TURN_OF } from "../../onboarding/index.ts";
import { drawBars } from "./charts/bars.tsx";
import { Chart } from "./charts/chart.tsx";
import { drawDelays } from "./charts/delays.tsx";
import { Waits } from "./waits.tsx";
import { collectivites, days, whole } from "./words.ts";

/** Each stage: how many have reached it, how long it takes against what is announced, how long those before it wait. */
export function Funnel({ overview }: { readonly overview: Overview }): JSX.Element {
  return (
    <section aria-labelledby="etapes" class="stack-large">
      <div class="stack">
        <h2 id="etapes">Les étapes</h2>
        <Bottleneck overview={overview} />
      </div>
      <Reached overview={overview} />
      <Delays overview={overview} />
      <Waits stages={overview.funnel} />
    </section>
  );
}

/** The stage that holds most back, by its name, and whose turn it is. */
export function Bottleneck({
  overview: { funnel, bottleneck },
}: {
  readonly overview: Overview;
}): JSX.Element {
  const named = funnel.find(({ slug }) => slug === bottleneck);
  return (
    <p class="notice measure">
      {named
        ? `Ce qui retient le plus : « ${named.title} ». ${whole(named.stalled)} sur ${whole(named.waiting)} y attendent depuis plus longtemps que d’habitude (${days(named.usualDays)}). C’est ${TURN_OF[named.owner]} d’agir.`
        : "Personne n’attend depuis plus longtemps que d’habitude."}
    </p>
  );
}

function Reached({ overview: { funnel, bottleneck } }: { readonly overview: Overview }): JSX.Element {
  const most = Math.max(...funnel.map(({ reached }) => reached));
  const last = funnel.at(-1);
  return (
    <Chart
      id="entonnoir"
      title="Combien de collectivités ont atteint chaque étape"
      summary={`De la première étape, « ${funnel[0]?.title} » (${collectivites(funnel[0]?.reached ?? 0)}), à la dernière, « ${last?.title} » (${collectivites(last?.reached ?? 0)}).`}
      draw={(paper) =>
        drawBars(
          paper,
          funnel.map(({ slug, title, reached }) => ({
            key: slug,
            label: title,
            parts: [{ pattern: slug === bottleneck ? "dense" : "full", value: reached }],
            text: whole(reached),
            strong: slug === bottleneck,
          })),
          { most },
        )
      }
      figures="Les chiffres des étapes"
    >
      <table class="answers-table numbers stages">
        <caption>Collectivités par étape</caption>
        <thead>
          <tr>
            <th scope="col">Étape</th>
            <th scope="col">Atteinte par</th>
            <th scope="col">En attente</th>
            <th scope="col">dont en retard</th>
          </tr>
        </thead>
        <tbody>
          {funnel.map((stage) => (
            <tr key={stage.slug}>
              <th scope="row">{stage.title}</th>
              <td data-label="Atteinte par">{whole(stage.reached)}</td>
              <td data-label="En attente">{whole(stage.waiting)}</td>
              <td data-label="dont en retard">{whole(stage.stalled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  );
}

function Delays({ overview: { funnel } }: { readonly overview: Overview }): JSX.Element {
  const stages = funnel.slice(1);
  const late = stages.filter(({ medianDays, usualDays }) => (medianDays ?? 0) > usualDays);
  return (
    <Chart
      id="delais"
      title="Combien de jours, contre les délais annoncés"
      summary={`Jours médians depuis l’étape précédente connue, à côté du délai annoncé par l’État ou, à défaut, du délai habituel. ${
        late.length === 0
          ? "Aucune étape ne dépasse son délai habituel."
          : `Dépassent leur délai habituel : ${late.map(({ title }) => title).join(", ")}.`
      }`}
      legend={[
        { pattern: "ring", text: "Médiane observée" },
        { pattern: "dot", text: "Médiane observée, au-delà du délai" },
        { pattern: "mark", text: "Délai annoncé" },
        { pattern: "mark-usual", text: "Délai habituel, quand aucun n’est annoncé" },
      ]}
      draw={(paper) => drawDelays(paper, stages)}
      figures="Les chiffres des délais"
    >
      <table class="answers-table numbers stages">
        <caption>Jours depuis l’étape précédente connue : une étape sautée n’est pas devinée</caption>
        <thead>
          <tr>
            <th scope="col">Étape</th>
            <th scope="col">Jours (médiane)</th>
            <th scope="col">Délai annoncé</th>
            <th scope="col">Délai habituel</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.slug}>
              <th scope="row">{stage.title}</th>
              <td data-label="Jours (médiane)">
                {stage.medianDays === undefined ? "—" : days(stage.medianDays)}
              </td>
              <td data-label="Délai annoncé">{announced(stage)}</td>
              <td data-label="Délai habituel">{days(stage.usualDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  );
}

function announced({ official }: StageFigures): string {
  if (!official) return "—";
  return official.unit === "working" ? `${official.days} jours ouvrés` : `${official.days} jours en moyenne`;
}
