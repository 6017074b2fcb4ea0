import type { JSX } from "preact";
import { type Procedure, remainingToType } from "../../procedures/index.ts";
import { PageHead } from "../components/layout.tsx";
import { shortDate } from "../dates.ts";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";

interface PapersPageProps {
  readonly desk: Desk;
  readonly procedures: readonly Procedure[];
}

/** What each procedure was declared with, and the papers that follow from it. */
export function PapersPage({ desk, procedures }: PapersPageProps): JSX.Element {
  return (
    <AgentLayout desk={desk} title="Démarches et registre">
      <PageHead
        title="Démarches et registre"
        lead="Le brouillon de la demande DataPass et la fiche du registre des traitements (article 30 du RGPD) suivent de la déclaration de chaque démarche."
      />
      <table class="rows answers-table">
        <caption>Démarches proposées</caption>
        <thead>
          <tr>
            <th scope="col">Démarche</th>
            <th scope="col">Délibération</th>
            <th scope="col">Conservation</th>
            <th scope="col">Sources</th>
            <th scope="col">À saisir</th>
            <th scope="col">À copier ou à joindre</th>
          </tr>
        </thead>
        <tbody>
          {procedures.map((procedure) => (
            <Row key={procedure.slug} base={desk.base} procedure={procedure} />
          ))}
        </tbody>
      </table>
    </AgentLayout>
  );
}

function Row({ base, procedure }: { readonly base: string; readonly procedure: Procedure }): JSX.Element {
  const { slug, title, version, deliberation, retentionMonths, sources, fields } = procedure;
  const papers = `${base}/demarches/${slug}/documents`;
  return (
    <tr>
      <th scope="row">
        {title} <span class="soft">version {version}</span>
      </th>
      <td data-label="Délibération">
        {deliberation.reference} du {shortDate(`${deliberation.date}T12:00:00Z`)}
      </td>
      <td data-label="Conservation">{retentionMonths} mois</td>
      <td data-label="Sources">{Object.keys(sources).length}</td>
      <td data-label="À saisir">{`${remainingToType(procedure).length}\u00A0sur\u00A0${fields.length}`}</td>
      <td data-label="À copier ou à joindre">
        <a href={`${papers}/brouillon-datapass`} aria-label={`Brouillon DataPass\u00A0: ${title}`}>
          Brouillon DataPass
        </a>
        {", "}
        <a href={`${papers}/fiche-de-registre`} aria-label={`Fiche de registre\u00A0: ${title}`}>
          Fiche de registre
        </a>
      </td>
    </tr>
  );
}
