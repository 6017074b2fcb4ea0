import type { JSX } from "preact";
import type { ImportReport } from "../../onboarding/index.ts";
import { shortMoment } from "../dates.ts";

/** Enough to mend a file by; the command line lists the others. */
const LINES_SHOWN = 20;

const KINDS: Readonly<Record<ImportReport["kind"], string>> = {
  "open-data": "Habilitations validées (données ouvertes)",
  "own-csv": "Fichier du programme",
};

/** What the last imports did, and which lines they could not use. */
export function RolloutImports({ reports }: { readonly reports: readonly ImportReport[] }): JSX.Element {
  if (reports.length === 0) return <p>Aucun fichier n’a encore été importé.</p>;
  return (
    <table class="rows numbers answers-table">
      <caption>Les derniers fichiers importés</caption>
      <thead>
        <tr>
          <th scope="col">Fichier</th>
          <th scope="col">Lignes</th>
          <th scope="col">Reconnues</th>
          <th scope="col">Nouvelles</th>
          <th scope="col">Hors sujet</th>
          <th scope="col">Inutilisables</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={`${report.kind} ${report.digest}`}>
            <th scope="row">
              {KINDS[report.kind]}
              <span class="age">{shortMoment(report.at)}</span>
            </th>
            <td data-label="Lignes">{report.lines}</td>
            <td data-label="Reconnues">{report.matched}</td>
            <td data-label="Nouvelles">{report.added}</td>
            <td data-label="Hors sujet">{report.ignored}</td>
            <td data-label="Inutilisables">
              {report.unusableCount}
              {report.unusableCount > 0 && <Unusable report={report} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Unusable({ report: { unusable, unusableCount } }: { readonly report: ImportReport }): JSX.Element {
  const shown = unusable.slice(0, LINES_SHOWN);
  return (
    <details>
      <summary>Pourquoi</summary>
      <ul class="small" role="list">
        {shown.map(({ line, reason }) => (
          <li key={line}>
            Ligne {line} : {reason}
          </li>
        ))}
        {unusableCount > shown.length && <li>… et {unusableCount - shown.length} autres</li>}
      </ul>
    </details>
  );
}
