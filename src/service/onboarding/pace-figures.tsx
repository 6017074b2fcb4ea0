import type { JSX } from "preact";
import type { Overview } from "../../onboarding/index.ts";
import { collectivites, forecastInWords, inWords, tenth, verdict, whole } from "./words.ts";

/** The number, what it should be, and when the target will be met. */
export function PaceFigures({ overview }: { readonly overview: Overview }): JSX.Element {
  const { campaign, pace, evidenced, funded } = overview;
  return (
    <section aria-labelledby="ou-en-est-on" class="stack">
      <h2 id="ou-en-est-on">Où en est-on le {inWords(pace.today)} ?</h2>
      <div class="pace">
        <p class="pace-now">
          <span class="pace-number">{whole(pace.actual)}</span>{" "}
          <span>
            collectivités, pour un objectif de {whole(campaign.target)} le {inWords(campaign.deadline)}
          </span>
        </p>
        <p class="pace-verdict">{verdict(overview)}</p>
      </div>
      <dl class="answers">
        <div>
          <dt>Nécessaire ce jour</dt>
          <dd>{whole(pace.required)}, sur une droite du point de départ à l’objectif</dd>
        </div>
        <div>
          <dt>Rythme observé</dt>
          <dd>{tenth(pace.recentPerMonth)} par mois, sur les six derniers mois</dd>
        </div>
        {pace.neededPerMonth !== undefined && (
          <div>
            <dt>Rythme nécessaire</dt>
            <dd>{tenth(pace.neededPerMonth)} par mois jusqu’à l’échéance</dd>
          </div>
        )}
        <div>
          <dt>Prévision</dt>
          <dd>{forecastInWords(overview)}</dd>
        </div>
        <div>
          <dt>Déclaré et prouvé</dt>
          <dd>
            {whole(campaign.baseline)} déclarées au départ ; le registre détient aujourd’hui la preuve de{" "}
            {whole(evidenced)} au total.
          </dd>
        </div>
        <div>
          <dt>Subventions versées</dt>
          <dd>{collectivites(funded)}</dd>
        </div>
      </dl>
      <div class="notice">
        <h3>Ce qui est compté</h3>
        <p>
          {campaign.definition} ({campaign.source})
        </p>
        <p>
          La source ne dit pas comment ses collectivités ont été comptées : ce nombre est donc repris tel
          quel, et ne s’y ajoutent que celles dont l’entrée en production, depuis, est prouvée.
        </p>
      </div>
    </section>
  );
}
