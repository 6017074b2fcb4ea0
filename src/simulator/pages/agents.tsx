import type { VNode } from "preact";
import type { AgentPersona } from "../personas/agent.ts";
import { Layout } from "./layout.tsx";

export interface AgentsPageProps {
  readonly platform: string;
  readonly service: string;
  readonly action: string;
  readonly csrf: string;
  /** From `login_hint`. */
  readonly email: string;
  readonly agents: readonly AgentPersona[];
}

const FREE_FIELDS = [
  { name: "email", label: "Adresse électronique professionnelle" },
  { name: "given_name", label: "Prénom" },
  { name: "usual_name", label: "Nom d’usage" },
  { name: "siret", label: "SIRET de l’organisation (14 chiffres)" },
  { name: "acr", label: "Niveau répondu (« acr »), par exemple eidas1" },
] as const;

/** ProConnect's page: choose a fictional agent, or describe one. */
export function AgentsPage(props: AgentsPageProps): VNode {
  return (
    <Layout platform={props.platform} title="Identification d’un agent">
      <h1>Qui êtes-vous ?</h1>
      <p>
        <strong data-testid="service">{props.service}</strong> demande votre identité professionnelle.
        Choisissez un agent fictif ; aucun mot de passe n’est demandé.
      </p>
      <form method="post" action={props.action} data-testid="agents">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <ul class="cards">
          {props.agents.map((agent) => (
            <li key={agent.id}>
              <button
                class="card"
                type="submit"
                name="agent"
                value={agent.id}
                data-testid={`agent-${agent.id}`}
              >
                <strong>{agent.title}</strong>
                <span>{agent.note}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
      <details open={props.agents.length === 0}>
        <summary>Décrire un autre agent</summary>
        <form method="post" action={props.action} data-testid="free-agent">
          <input type="hidden" name="_csrf" value={props.csrf} />
          {FREE_FIELDS.map((field) => (
            <p key={field.name}>
              <label for={field.name}>{field.label}</label>
              <input
                id={field.name}
                name={field.name}
                type="text"
                value={field.name === "email" ? props.email : ""}
                required
              />
            </p>
          ))}
          <button class="button" type="submit" name="agent" value="free">
            Se connecter
          </button>
        </form>
      </details>
    </Layout>
  );
}
