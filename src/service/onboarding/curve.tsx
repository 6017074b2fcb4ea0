import type { JSX } from "preact";
import type { Overview } from "../../onboarding/index.ts";
import { Chart, type LegendEntry } from "./charts/chart.tsx";
import { curveInWords, drawCurve } from "./charts/curve.tsx";
import { inWords, whole } from "./words.ts";

/** Actual against required, month by month, with the forecast. */
export function Curve({ overview }: { readonly overview: Overview }): JSX.Element {
  const { campaign, curve, pace } = overview;
  const legend: readonly LegendEntry[] = [
    { pattern: "line", text: "Atteint" },
    { pattern: "dashes", text: "Nécessaire" },
    ...(pace.forecast && pace.remaining > 0
      ? ([{ pattern: "hatched", text: "Prévu, huit fois sur dix" }] as const)
      : []),
  ];
  return (
    <Chart
      id="courbe"
      title={`${campaign.name} : ${whole(pace.actual)} le ${inWords(pace.today)}, objectif ${whole(campaign.target)}`}
      summary={curveInWords(overview)}
      legend={legend}
      draw={(paper) => drawCurve(paper, overview)}
      figures="Les chiffres de la courbe"
    >
      <table class="answers-table numbers">
        <caption>Nécessaire et atteint, à la fin de chaque mois</caption>
        <thead>
          <tr>
            <th scope="col">Jour</th>
            <th scope="col">Nécessaire</th>
            <th scope="col">Atteint</th>
          </tr>
        </thead>
        <tbody>
          {curve.map(({ day, required, actual }) => (
            <tr key={day}>
              <th scope="row">{inWords(day)}</th>
              <td data-label="Nécessaire">{whole(required)}</td>
              <td data-label="Atteint">{actual === undefined ? "—" : whole(actual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  );
}
