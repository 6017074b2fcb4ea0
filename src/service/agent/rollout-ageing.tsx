import type { JSX } from "preact";
import { type AgeingRow, type Partner, TURN_OF } from "../../onboarding/index.ts";
import { shortDate } from "../dates.ts";
import { collectivites, milestoneTitle, whole } from "../onboarding/words.ts";

/** What a page can show; the filter finds the others. */
const SHOWN = 200;

/** Who waits for longer than usual, the longest wait first, and whose turn it is. */
export function RolloutAgeing(props: {
  readonly rows: readonly AgeingRow[];
  readonly partners: readonly Partner[];
}): JSX.Element {
  const { rows, partners } = props;
  if (rows.length === 0) return <p>Aucune collectivité n’attend depuis plus longtemps que d’habitude.</p>;
  const names = new Map(partners.map(({ slug, name }) => [slug, name]));
  const carriers = ({ vendor, opsn }: AgeingRow) =>
    [...new Set([opsn, vendor])].flatMap((slug) => (slug ? (names.get(slug) ?? slug) : [])).join(", ");
  return (
    <>
      <p>
        {collectivites(rows.length)}
        {rows.length > SHOWN &&
          `, dont les ${whole(SHOWN)} plus anciennes ici : filtrez pour voir les autres`}
        .
      </p>
      <table class="rows answers-table">
        <caption>Qui attend depuis plus longtemps que d’habitude</caption>
        <thead>
          <tr>
            <th scope="col">Collectivité</th>
            <th scope="col">Portée par</th>
            <th scope="col">Attend</th>
            <th scope="col">Depuis le</th>
            <th scope="col" class="figure">
              Jours
            </th>
            <th scope="col" class="figure">
              D’habitude
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <a href={`/deploiement/collectivites/${row.code}`}>{row.name}</a>
                {row.departement && <span class="age">{row.departement}</span>}
              </th>
              <td data-label="Portée par">{carriers(row) || "—"}</td>
              <td data-label="Attend">
                {milestoneTitle(row.next)} <span class="age">c’est {TURN_OF[row.owner]} d’agir</span>
              </td>
              <td data-label="Depuis le">{shortDate(row.since)}</td>
              <td class="figure" data-label="Jours">
                {whole(row.days)}
              </td>
              <td class="figure" data-label="D’habitude">
                {whole(row.usualDays)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
