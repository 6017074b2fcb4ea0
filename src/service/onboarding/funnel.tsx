import type { JSX } from "preact";
import { type Overview, type StageFigures, TURN_OF } from "../../onboarding/index.ts";
import { Bar } from "./bar.tsx";
import { days, whole } from "./words.ts";

/** Each stage: how many have reached it, how many stand before it, how long it takes against what is announced. */
export function Funnel({ overview }: { readonly overview: Overview }): JSX.Element {
  const { funnel, bottleneck } = overview;
  const most = Math.max(...funnel.map(({ reached }) => reached));
  const longest = Math.max(
    ...funnel.map(({ medianDays, usualDays }) => Math.max(medianDays ?? 0, usualDays)),
  );
  const named = funnel.find(({ slug }) => slug === bottleneck);
  return (
    <section aria-labelledby="etapes" class="stack">
      <h2 id="etapes">Les étapes</h2>
      <p class="measure">
        {named
          ? `Ce qui retient le plus : « ${named.title} ». ${whole(named.stalled)} sur ${whole(named.waiting)} y attendent depuis plus longtemps que d’habitude (${days(named.usualDays)}). C’est ${TURN_OF[named.owner]} d’agir.`
          : "Personne n’attend depuis plus longtemps que d’habitude."}
      </p>
      <table class="answers-table numbers stages">
        <caption>Collectivités par étape, et jours depuis l’étape précédente</caption>
        <thead>
          <tr>
            <th scope="col">Étape</th>
            <th scope="col">Atteinte par</th>
            <th scope="col">En attente</th>
            <th scope="col">dont en retard</th>
            <th scope="col">Jours (médiane)</th>
            <th scope="col">Délai annoncé</th>
          </tr>
        </thead>
        <tbody>
          {funnel.map((stage) => (
            <tr key={stage.slug} class={stage.slug === bottleneck ? "bottleneck" : undefined}>
              <th scope="row">{stage.title}</th>
              <td data-label="Atteinte par">
                {whole(stage.reached)} <Bar value={stage.reached} most={most} />
              </td>
              <td data-label="En attente">{whole(stage.waiting)}</td>
              <td data-label="dont en retard">{whole(stage.stalled)}</td>
              <td data-label="Jours (médiane)">
                {stage.medianDays === undefined ? "—" : days(stage.medianDays)}
                {stage.medianDays !== undefined && <Span stage={stage} most={longest} />}
              </td>
              <td data-label="Délai annoncé">{announced(stage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small soft">
        Le trait marque le délai annoncé ou, à défaut, celui après lequel une attente compte comme un retard.
        Une étape sautée n’est pas devinée : une durée court entre deux dates connues.
      </p>
    </section>
  );
}

function Span({ stage, most }: { readonly stage: StageFigures; readonly most: number }): JSX.Element {
  const value = stage.medianDays ?? 0;
  const mark = calendarDays(stage);
  return <Bar value={value} most={most} mark={mark} late={value > mark} />;
}

/** Seven working days are a bit more than nine days of the calendar. */
function calendarDays({ official, usualDays }: StageFigures): number {
  if (!official) return usualDays;
  return official.unit === "working" ? (official.days * 7) / 5 : official.days;
}

function announced({ official }: StageFigures): string {
  if (!official) return "—";
  return official.unit === "working" ? `${official.days} jours ouvrés` : `${official.days} jours en moyenne`;
}
