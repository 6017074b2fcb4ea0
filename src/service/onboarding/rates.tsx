import type { JSX } from "preact";
import type { Rate } from "../../onboarding/index.ts";
import { drawBars } from "./charts/bars.tsx";
import { Chart } from "./charts/chart.tsx";
import { collectivites, share, whole } from "./words.ts";

/** How many of how many, group by group: bars are shares of each group, so that a small one counts as much as a large one. */
export function Rates(props: {
  readonly id: string;
  readonly title: string;
  readonly column: string;
  readonly rates: readonly Rate[];
  /** There are very many: those that have begun, the furthest first, in columns on a wide page. */
  readonly many?: boolean;
}): JSX.Element {
  const { id, title, column, rates, many = false } = props;
  const part = ({ reached, of }: Rate) => (of === 0 ? 0 : (100 * reached) / of);
  const ranked = [...rates].sort((a, b) => part(b) - part(a));
  const shown = many ? ranked.filter(({ reached }) => reached > 0) : rates;
  const [first] = ranked;
  const all = rates.reduce((sum, { reached }) => sum + reached, 0);
  return (
    <Chart
      id={id}
      title={title}
      summary={
        first && all > 0
          ? `${collectivites(all)} en production. La plus forte part : ${first.name}, ${share(first.reached, first.of)} (${whole(first.reached)} sur ${whole(first.of)}).`
          : "Personne n’est encore en production."
      }
      draw={(paper) =>
        drawBars(
          paper,
          shown.map((rate) => ({
            key: rate.key,
            label: rate.name,
            parts: [{ pattern: "full", value: part(rate) }],
            text: `${share(rate.reached, rate.of)} (${whole(rate.reached)} sur ${whole(rate.of)})`,
          })),
          { most: Math.max(...rates.map(part), 0.1), columns: many, among: rates.length },
        )
      }
      figures={`Les chiffres, ${column.toLowerCase()} par ${column.toLowerCase()}`}
    >
      <table class="answers-table numbers rates">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">En production</th>
            <th scope="col">Sur</th>
            <th scope="col">Part</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ key, name, reached, of }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-label="En production">{whole(reached)}</td>
              <td data-label="Sur">{whole(of)}</td>
              <td data-label="Part">{share(reached, of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chart>
  );
}
