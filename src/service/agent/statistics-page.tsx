import type { JSX } from "preact";
import type { DossierState } from "../../dossiers/index.ts";
import { PageHead } from "../components/layout.tsx";
import { waiting } from "../dates.ts";
import type { Desk } from "./desk.ts";
import { inboxHref, VIEWS } from "./inbox-query.ts";
import { AgentLayout } from "./layout.tsx";
import type { Use } from "./quality/use.ts";
import { UseSection } from "./quality/use-section.tsx";
import type { StatisticsRow } from "./statistics.ts";
import { count } from "./words.ts";

export interface StatisticsPageProps {
  readonly desk: Desk;
  readonly rows: readonly StatisticsRow[];
  readonly use: Use;
  readonly now: Date;
}

const COLUMNS: readonly { readonly label: string; readonly states: readonly DossierState[] }[] = [
  { label: "À traiter", states: ["sent", "in_review"] },
  { label: "En attente de l’usager", states: ["correction_requested"] },
  { label: "Acceptés", states: ["accepted"] },
  { label: "Refusés", states: ["refused"] },
  { label: "Classés", states: ["closed"] },
];

/** Received, decided, waiting, by procedure. */
export function StatisticsPage({ desk, rows, use, now }: StatisticsPageProps): JSX.Element {
  const all = rows.reduce((sum, { received }) => sum + received, 0);
  const sum = (states: readonly DossierState[], of: readonly StatisticsRow[]): number =>
    of.reduce((total, { counts }) => total + states.reduce((part, state) => part + counts[state], 0), 0);
  const decided = sum(["accepted", "refused", "closed"], rows);
  return (
    <AgentLayout desk={desk} title="Statistiques">
      <PageHead
        title="Statistiques"
        lead={
          all === 0
            ? "Aucun dossier n’a encore été reçu."
            : `${count(all, "dossier conservé", "dossiers conservés")}, dont ${count(decided, "décidé", "décidés")}.`
        }
      />
      <table class="rows numbers answers-table">
        <caption>Dossiers par démarche et par état</caption>
        <thead>
          <tr>
            <th scope="col">Démarche</th>
            <th scope="col">Reçus</th>
            {COLUMNS.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
            <th scope="col">Le plus ancien attend</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug}>
              <th scope="row">
                <a href={inboxHref({ procedure: row.slug, view: VIEWS[7] }, desk.base)}>{row.title}</a>
              </th>
              <td data-label="Reçus">{row.received.toLocaleString("fr-FR")}</td>
              {COLUMNS.map(({ label, states }) => (
                <td data-label={label} key={label}>
                  {sum(states, [row]).toLocaleString("fr-FR")}
                </td>
              ))}
              <td data-label="Le plus ancien attend">{row.oldest ? waiting(row.oldest, now) : "—"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr class="total">
            <th scope="row">Toutes les démarches</th>
            <td data-label="Reçus">{all.toLocaleString("fr-FR")}</td>
            {COLUMNS.map(({ label, states }) => (
              <td data-label={label} key={label}>
                {sum(states, rows).toLocaleString("fr-FR")}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
      <p class="soft measure">
        Les dossiers supprimés au terme de leur conservation ne sont plus comptés. Aucun formulaire n’est
        ouvert pour établir ce tableau.
      </p>
      <div class="use stack-large">
        <UseSection use={use} />
      </div>
    </AgentLayout>
  );
}
