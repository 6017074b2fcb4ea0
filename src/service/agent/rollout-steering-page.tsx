import type { JSX } from "preact";
import {
  type AgeingFilter,
  type AgeingRow,
  type Digest,
  MILESTONES,
  type Overview,
  type Partner,
} from "../../onboarding/index.ts";
import { PageHead } from "../components/layout.tsx";
import { Bottleneck } from "../onboarding/funnel.tsx";
import { Waits } from "../onboarding/waits.tsx";
import { verdict, whole } from "../onboarding/words.ts";
import type { Desk } from "./desk.ts";
import { AgentLayout } from "./layout.tsx";
import { RolloutAgeing } from "./rollout-ageing.tsx";
import { RolloutAlerts } from "./rollout-alerts.tsx";

export interface RolloutSteeringPageProps {
  readonly desk: Desk;
  readonly overview: Overview;
  /** Who waits for longer than usual, as the filter asks. */
  readonly rows: readonly AgeingRow[];
  readonly digests: readonly Digest[];
  readonly partners: readonly Partner[];
  readonly filter: AgeingFilter;
}

/** The campaign for those who steer it: what holds it back, who waits, whose turn it is, what is about to break. */
export function RolloutSteeringPage(props: RolloutSteeringPageProps): JSX.Element {
  const { desk, overview, rows, digests, partners } = props;
  const { campaign, pace } = overview;
  return (
    <AgentLayout desk={desk} title="Piloter le déploiement">
      <PageHead
        kicker={campaign.name}
        title="Piloter le déploiement"
        back={{ href: `${desk.base}/deploiement`, label: "Déploiement" }}
        lead={`${whole(pace.actual)} sur ${whole(campaign.target)}. ${verdict(overview)}`}
      />
      <div class="stack-large">
        <Bottleneck overview={overview} />
        <Waits stages={overview.funnel} />
        <section aria-labelledby="retards" class="stack">
          <h2 id="retards">Qui attend, et à qui d’agir</h2>
          <Filter {...props} />
          <RolloutAgeing rows={rows} partners={partners} />
        </section>
        <section aria-labelledby="alertes" class="stack">
          <h2 id="alertes">Les alertes, opérateur par opérateur</h2>
          <RolloutAlerts digests={digests} base={desk.base} />
        </section>
        <p>
          <a href="/deploiement">La page publique du déploiement</a> : la courbe, les étapes, les délais, les
          parts.
        </p>
      </div>
    </AgentLayout>
  );
}

function Filter({ desk, filter, partners }: RolloutSteeringPageProps): JSX.Element {
  return (
    <form class="find" method="get" action={`${desk.base}/deploiement/pilotage`}>
      <div class="field">
        <label for="etape">Étape attendue</label>
        <select id="etape" name="etape">
          <option value="">Toutes</option>
          {MILESTONES.slice(1).map(({ slug, title }) => (
            <option key={slug} value={slug} selected={slug === filter.next}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="operateur">Éditeur ou opérateur</label>
        <select id="operateur" name="operateur">
          <option value="">Tous</option>
          {partners.map(({ slug, name }) => (
            <option key={slug} value={slug} selected={slug === filter.operator}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="departement">Département, comme 33</label>
        <input id="departement" name="departement" type="text" value={filter.departement} maxLength={3} />
      </div>
      <button class="button" type="submit">
        Filtrer
      </button>
    </form>
  );
}

/** For an agent who instructs: nothing is lost, the page is of another role. */
export function SteeringRefused({ desk }: { readonly desk: Desk }): JSX.Element {
  return (
    <AgentLayout desk={desk} title="Page réservée au pilotage">
      <PageHead
        title="Page réservée au pilotage"
        back={{ href: `${desk.base}/deploiement`, label: "Déploiement" }}
        lead="Elle s’ouvre aux administrateurs de la collectivité. Demandez ce rôle à qui exploite le portail."
      />
    </AgentLayout>
  );
}
