import type { JSX } from "preact";
import { Landscape } from "../../components/landscape.tsx";
import { Layout } from "../../components/layout.tsx";
import { OtherWays } from "../../components/other-ways.tsx";
import type { Frame } from "../../frame.ts";
import type { ProcedureCard } from "./procedure-card.ts";

export interface HomeProps {
  readonly frame: Frame;
  readonly cards: readonly ProcedureCard[];
}

/** The commune's procedures: what is known already, what remains to be typed, and the ways without FranceConnect. */
export function HomePage({ frame, cards }: HomeProps): JSX.Element {
  return (
    <Layout frame={frame} title="Vos démarches en ligne" hero={<Hero frame={frame} />}>
      <div class="stack-large">
        <section aria-labelledby="demarches" class="stack">
          <h2 id="demarches">Choisissez votre démarche</h2>
          <ul class="procedures" role="list">
            {cards.map((card) => (
              <li key={card.slug}>
                <Card card={card} />
              </li>
            ))}
          </ul>
        </section>
        <OtherWays frame={frame} />
      </div>
    </Layout>
  );
}

function Hero({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <div class="hero">
      <div class="wrap">
        <h1>Ce que l’État sait déjà, vous ne l’écrivez plus.</h1>
        <p class="lead">
          À {frame.collectivite.name}, votre identité et vos droits arrivent seuls dans le formulaire. Vous
          vérifiez, vous corrigez, vous envoyez.
        </p>
        <p class="hero-actions">
          <a class="button button-bright" href="#demarches">
            Voir les démarches
          </a>
          <a href="/aide">Comment ça marche ?</a>
        </p>
      </div>
      <Landscape />
    </div>
  );
}

function Card({ card }: { readonly card: ProcedureCard }): JSX.Element {
  return (
    <article class="card">
      <h3>
        <a href={`/demarches/${card.slug}`}>{card.title}</a>
      </h3>
      <p>{card.summary}</p>
      <dl class="card-facts">
        {card.fetched.length > 0 && (
          <div>
            <dt>Nous demandons pour vous</dt>
            {card.fetched.map(({ what, whom }) => (
              <dd key={what}>
                {what} <span class="soft">({whom})</span>
              </dd>
            ))}
          </div>
        )}
      </dl>
      <div class="card-foot">
        <p class="tally">
          <span class="tally-number">{card.remaining}</span>{" "}
          <span>{card.remaining > 1 ? "informations à saisir" : "information à saisir"}</span>
        </p>
        <p class="tag">{card.levelLabel}</p>
      </div>
    </article>
  );
}
