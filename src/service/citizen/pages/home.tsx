import type { JSX } from "preact";
import { Landscape } from "../../components/landscape.tsx";
import { Layout } from "../../components/layout.tsx";
import { OtherWays } from "../../components/other-ways.tsx";
import type { Frame } from "../../frame.ts";
import { useLanguage, Words } from "../../language/index.ts";
import { list } from "../words.ts";
import type { ProcedureCard } from "./procedure-card.ts";

export interface HomeProps {
  readonly frame: Frame;
  readonly cards: readonly ProcedureCard[];
}

/** The commune's procedures: what is known already, what remains to be typed, and the ways without FranceConnect. */
export function HomePage({ frame, cards }: HomeProps): JSX.Element {
  const { t } = useLanguage();
  return (
    <Layout frame={frame} title={t("Vos démarches en ligne")} hero={<Hero frame={frame} />}>
      <div class="stack-large">
        <section aria-labelledby="demarches" class="stack">
          <h2 id="demarches">{t("Choisissez votre démarche")}</h2>
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
  const { t } = useLanguage();
  return (
    <div class="hero">
      <div class="wrap">
        <h1>{t("Ce que l’État sait déjà, vous ne l’écrivez plus.")}</h1>
        <p class="lead">
          {t(
            "À {collectivite}, votre identité et vos droits arrivent seuls dans le formulaire. Vous vérifiez, vous corrigez, vous envoyez.",
            { collectivite: frame.collectivite.name },
          )}
        </p>
        <p class="hero-actions">
          <a class="button button-bright" href="#demarches">
            {t("Voir les démarches")}
          </a>
          <a href="/aide">{t("Comment ça marche ?")}</a>
        </p>
      </div>
      <Landscape />
    </div>
  );
}

function Card({ card }: { readonly card: ProcedureCard }): JSX.Element {
  const { t, plural, translate } = useLanguage();
  return (
    <article class="card">
      <h3>
        <a href={`/demarches/${card.slug}`}>
          <Words text={card.title} />
        </a>
      </h3>
      <p>
        <Words text={card.summary} />
      </p>
      <dl class="card-facts">
        {card.fetched.length > 0 && (
          <div>
            <dt>{t("Nous demandons pour vous")}</dt>
            {card.fetched.map(({ what, whom }) => (
              <dd key={whom}>
                {list(what.map(translate))} <span class="soft">({translate(whom)})</span>
              </dd>
            ))}
          </div>
        )}
      </dl>
      <div class="card-foot">
        <p class="tally">
          <span class="tally-number">{card.remaining}</span>{" "}
          <span>{plural(card.remaining, "information à saisir", "informations à saisir")}</span>
        </p>
        <p class="tag">{card.levelLabel}</p>
      </div>
    </article>
  );
}
