import type { JSX } from "preact";
import type { Campaign, Overview } from "../../onboarding/index.ts";
import { Layout, PageHead } from "../components/layout.tsx";
import type { Frame } from "../frame.ts";
import { Curve } from "./curve.tsx";
import { Funnel } from "./funnel.tsx";
import { PaceFigures } from "./pace-figures.tsx";
import { Quality } from "./quality.tsx";
import { Rates } from "./rates.tsx";
import { SearchForm } from "./search-form.tsx";

export interface OverviewPageProps {
  readonly frame: Frame;
  readonly overview: Overview;
  readonly campaigns: readonly Campaign[];
}

/** How far the roll-out is: for everybody. */
export function OverviewPage({ frame, overview, campaigns }: OverviewPageProps): JSX.Element {
  const { campaign, breakdowns } = overview;
  return (
    <Layout frame={frame} title="Le déploiement">
      <PageHead
        kicker="Le déploiement"
        title={campaign.name}
        lead="Mesuré sur des preuves, jamais sur des déclarations : chaque étape a sa date et sa source."
      />
      <div class="stack-large">
        <Campaigns campaigns={campaigns} current={campaign} />
        <PaceFigures overview={overview} />
        <Curve overview={overview} />
        <Funnel overview={overview} />
        <section aria-labelledby="qui" class="stack-large">
          <h2 id="qui">Qui, et sur combien</h2>
          <Rates
            id="strates"
            title="Par strate, sur toutes les collectivités de la strate"
            column="Strate"
            rates={breakdowns.stratum}
          />
          {breakdowns.vendor.length > 0 && (
            <Rates
              id="editeurs"
              title="Par éditeur, sur les collectivités qu’il équipe"
              column="Éditeur"
              rates={breakdowns.vendor}
            />
          )}
          {breakdowns.opsn.length > 0 && (
            <Rates
              id="operateurs"
              title="Par opérateur public de services numériques, sur les collectivités qu’il porte"
              column="Opérateur"
              rates={breakdowns.opsn}
            />
          )}
          <Rates
            id="departements"
            title="Par département ou territoire d’outre-mer, sur toutes ses collectivités"
            column="Département"
            rates={breakdowns.departement}
            many
          />
        </section>
        <section aria-labelledby="une" class="stack no-print">
          <h2 id="une">Une collectivité en particulier</h2>
          <SearchForm />
        </section>
        <Quality />
        <section aria-labelledby="donnees" class="stack">
          <h2 id="donnees">Les données</h2>
          <p>
            <a href={`/deploiement/donnees?campagne=${campaign.id}`}>Tous ces chiffres en CSV et en JSON</a>,
            avec leur schéma. Les chiffres d’un trimestre sont figés dès qu’il est clos : un nombre publié ne
            bouge plus.
          </p>
        </section>
      </div>
    </Layout>
  );
}

function Campaigns(props: {
  readonly campaigns: readonly Campaign[];
  readonly current: Campaign;
}): JSX.Element | null {
  const { campaigns, current } = props;
  if (campaigns.length < 2) return null;
  return (
    <nav aria-label="Campagnes">
      <ul class="campaigns">
        {campaigns.map(({ id, name }) => (
          <li key={id}>
            <a href={`/deploiement?campagne=${id}`} aria-current={id === current.id ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
