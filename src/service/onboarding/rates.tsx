import type { JSX } from "preact";
import type { Rate } from "../../onboarding/index.ts";
import { Bar } from "./bar.tsx";
import { share, whole } from "./words.ts";

/** How many of how many, group by group. */
export function Rates(props: {
  readonly caption: string;
  readonly column: string;
  readonly rates: readonly Rate[];
}): JSX.Element {
  const { caption, column, rates } = props;
  return (
    <table class="answers-table numbers rates">
      <caption>{caption}</caption>
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
            <td data-label="Part">
              {share(reached, of)} <Bar value={reached} most={of} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
