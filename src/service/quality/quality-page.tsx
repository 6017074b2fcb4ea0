import type { JSX } from "preact";
import { FEWEST_OPINIONS, type QuarterIndicators } from "../../dossiers/index.ts";
import { Layout, PageHead } from "../components/layout.tsx";
import type { Frame } from "../frame.ts";
import { Overview, Quarters, quarterWords, Standing } from "./indicators-table.tsx";

export interface QualityPageProps {
  readonly frame: Frame;
  readonly quarter: string;
  readonly quarters: readonly string[];
  readonly indicators: readonly QuarterIndicators[];
}

/** How well each procedure serves: what may be published, on the scale that the State publishes for its own. */
export function QualityPage({ frame, quarter, quarters, indicators }: QualityPageProps): JSX.Element {
  return (
    <Layout frame={frame} title="La qualité des démarches">
      <PageHead
        title="La qualité des démarches"
        kicker={quarterWords(quarter)}
        lead="Des indicateurs alignés sur ceux de « Vos démarches essentielles », que l’État publie chaque trimestre pour ses propres démarches."
      />
      <div class="stack-large">
        <Quarters quarters={quarters} current={quarter} path="/qualite" />
        <div class="stack measure">
          <Standing first={indicators[0]} />
          <p>
            Une note fondée sur moins de {FEWEST_OPINIONS} avis en douze mois n’est pas publiée. Ce qui n’est
            pas mesuré est dit « non mesuré ». Le taux d’utilisation compare les demandes envoyées en ligne à
            celles qu’un agent a saisies au guichet.
          </p>
        </div>
        <Overview indicators={indicators} />
        <section class="stack" aria-labelledby="donnees">
          <h2 id="donnees">Les données</h2>
          <p>Réutilisables librement, sous Licence Ouverte 2.0. Rien n’y concerne une personne.</p>
          <ul class="actions files">
            {["csv", "json", "schema.json"].map((kind) => (
              <li key={kind}>
                <a href={`/qualite/donnees/indicateurs.${kind}`}>indicateurs.{kind}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Layout>
  );
}
