import type { VNode } from "preact";
import { Layout } from "./layout.tsx";

export interface ProviderChoice {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly string[];
  /** Too low for what the service asks: shown, not clickable. */
  readonly disabled: boolean;
  readonly href: string;
}

export interface ChoicePageProps {
  readonly platform: string;
  readonly service: string;
  readonly level: string;
  readonly providers: readonly ProviderChoice[];
  readonly backHref: string;
}

const LEVEL_LABELS: Readonly<Record<string, string>> = {
  eidas1: "niveau faible (eidas1)",
  eidas2: "niveau substantiel (eidas2)",
  eidas3: "niveau élevé (eidas3)",
};

/** French name of a level. */
export function levelLabel(level: string): string {
  return LEVEL_LABELS[level] ?? level;
}

/** « La mire »: the citizen chooses an identity provider, or goes back to the service. */
export function ChoicePage({ platform, service, level, providers, backHref }: ChoicePageProps): VNode {
  return (
    <Layout platform={platform} title="Choix du compte">
      <h1>Choisissez un compte pour vous connecter</h1>
      <p>
        <strong data-testid="service">{service}</strong> demande une connexion de {levelLabel(level)} ou plus.
      </p>
      <ul class="cards" data-testid="identity-providers">
        {providers.map((provider) => (
          <li key={provider.id}>
            {provider.disabled ? (
              <span class="card card-disabled" data-testid={`idp-${provider.id}`}>
                <strong>{provider.label}</strong>
                <span>{provider.levels.map(levelLabel).join(", ")} : insuffisant ici</span>
              </span>
            ) : (
              <a class="card" data-testid={`idp-${provider.id}`} href={provider.href}>
                <strong>{provider.label}</strong>
                <span>{provider.levels.map(levelLabel).join(", ")}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a data-testid="back-to-service" href={backHref}>
          Revenir sur {service}
        </a>
      </p>
    </Layout>
  );
}
