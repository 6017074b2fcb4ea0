import type { JSX } from "preact";
import type { Campaign } from "../../onboarding/index.ts";
import { Layout, PageHead } from "../components/layout.tsx";
import type { Frame } from "../frame.ts";
import { DATASETS, type Dataset } from "./datasets.ts";

export interface DataPageProps {
  readonly frame: Frame;
  readonly campaign: Campaign;
}

/** What may be reused, column by column. */
export function DataPage({ frame, campaign }: DataPageProps): JSX.Element {
  return (
    <Layout frame={frame} title="Les données du déploiement">
      <PageHead
        title="Les données du déploiement"
        kicker={campaign.name}
        back={{ href: `/deploiement?campagne=${campaign.id}`, label: "Le déploiement" }}
        lead="Réutilisables librement, sous Licence Ouverte 2.0. Rien n’y concerne une personne."
      />
      <div class="stack-large">
        {DATASETS.map((dataset) => (
          <Description key={dataset.name} dataset={dataset} campaign={campaign.id} />
        ))}
      </div>
    </Layout>
  );
}

function Description({
  dataset,
  campaign,
}: {
  readonly dataset: Dataset;
  readonly campaign: string;
}): JSX.Element {
  const { name, title, fields } = dataset;
  const file = `/deploiement/donnees/${name}`;
  return (
    <section aria-labelledby={name} class="stack">
      <h2 id={name}>{title}</h2>
      <ul class="actions files">
        <li>
          <a href={`${file}.csv?campagne=${campaign}`}>{name}.csv</a>
        </li>
        <li>
          <a href={`${file}.json?campagne=${campaign}`}>{name}.json</a>
        </li>
        <li>
          <a href={`${file}.schema.json`}>{name}.schema.json</a>
        </li>
      </ul>
      <table class="answers-table">
        <caption>Colonnes de « {name} »</caption>
        <thead>
          <tr>
            <th scope="col">Colonne</th>
            <th scope="col">Type</th>
            <th scope="col">Sens</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.name}</th>
              <td data-label="Type">{field.type}</td>
              <td data-label="Sens">{field.description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
