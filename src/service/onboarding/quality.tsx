import type { JSX } from "preact";
import { QUALITY_INDICATORS } from "../../onboarding/index.ts";
import { Chart } from "./charts/chart.tsx";
import { drawScales } from "./charts/scales.tsx";

const MEASURED = QUALITY_INDICATORS.flatMap(({ scales, ...indicator }) =>
  scales ? [{ ...indicator, scales }] : [],
);

/** The aims of 2021 beside today's scales. */
export function Quality(): JSX.Element {
  return (
    <section aria-labelledby="qualite" class="stack">
      <h2 id="qualite">La qualité, alors et aujourd’hui</h2>
      <p class="measure">
        Les objectifs d’octobre 2021 étaient des pourcentages ; « Vos démarches essentielles » note désormais
        sur dix. L’un ne se convertit pas en l’autre : les deux sont donnés.
      </p>
      <Chart
        id="echelles"
        title="La même chose, sur l’échelle d’alors et sur celle d’aujourd’hui"
        summary="Satisfaction : de 71 à 80 % en 2021, plus de 8 sur 10 aujourd’hui. Prise en compte du handicap : de 12 à 80 % en 2021, toutes les démarches à 100 % aujourd’hui."
        legend={[
          { pattern: "ring", text: "Mesuré en octobre 2021" },
          { pattern: "dot", text: "Objectif d’alors" },
        ]}
        draw={(paper) => drawScales(paper, MEASURED)}
        figures="Les chiffres de la qualité"
      >
        <table class="answers-table">
          <caption>Indicateurs nationaux : texte d’octobre 2021 et échelle actuelle</caption>
          <thead>
            <tr>
              <th scope="col">Indicateur</th>
              <th scope="col">Octobre 2021</th>
              <th scope="col">Objectif d’alors</th>
              <th scope="col">Échelle d’aujourd’hui</th>
            </tr>
          </thead>
          <tbody>
            {QUALITY_INDICATORS.map(({ title, at2021, aim, today }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td data-label="Octobre 2021">{at2021}</td>
                <td data-label="Objectif d’alors">{aim}</td>
                <td data-label="Échelle d’aujourd’hui">{today}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Chart>
    </section>
  );
}
