import type { JSX } from "preact";
import { type StageFigures, WAITS } from "../../onboarding/index.ts";
import { drawBars } from "./charts/bars.tsx";
import { Chart, type PatternName } from "./charts/chart.tsx";
import { collectivites, whole } from "./words.ts";

/** Darker, the longer the wait. */
const BANDS: readonly { readonly pattern: PatternName; readonly text: string }[] = [
  { pattern: "light", text: "Dans le délai habituel" },
  { pattern: "hatched", text: "Jusqu’à deux fois ce délai" },
  { pattern: "dense", text: "Jusqu’à quatre fois" },
  { pattern: "full", text: "Davantage" },
];

/** Before each stage, how long collectivités have been waiting, against its usual time. */
export function Waits({ stages }: { readonly stages: readonly StageFigures[] }): JSX.Element {
  const waited = stages.filter(({ waiting }) => waiting > 0);
  const stalled = waited.reduce((sum, stage) => sum + stage.stalled, 0);
  const all = waited.reduce((sum, { waiting }) => sum + waiting, 0);
  if (waited.length === 0) return <p>Aucune collectivité n’est en chemin.</p>;
  return (
    <Chart
      id="attentes"
      title="Depuis combien de temps on attend, avant chaque étape"
      summary={`${collectivites(all)} en chemin, dont ${whole(stalled)} depuis plus longtemps que le délai habituel de l’étape suivante.`}
      legend={BANDS}
      draw={(paper) =>
        drawBars(
          paper,
          waited.map(({ slug, title, waits, waiting, stalled }) => ({
            key: slug,
            label: title,
            parts: BANDS.map(({ pattern }, band) => ({ pattern, value: waits[band] ?? 0 })),
            text:
              paper.name === "wide" ? `${whole(waiting)}, dont ${whole(stalled)} en retard` : whole(waiting),
          })),
          { most: Math.max(...waited.map(({ waiting }) => waiting)) },
        )
      }
      figures="Les chiffres des attentes"
    >
      <table class="answers-table numbers stages">
        <caption>Collectivités qui attendent une étape, selon leur attente</caption>
        <thead>
          <tr>
            <th scope="col">Étape attendue</th>
            {BANDS.map(({ text }) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waited.map(({ slug, title, waits }) => (
            <tr key={slug}>
              <th scope="row">{title}</th>
              {WAITS.map((_, band) => (
                <td key={BANDS[band]?.text} data-label={BANDS[band]?.text}>
                  {whole(waits[band] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  );
}
