import type { VNode } from "preact";
import { levelLabel } from "./choice.tsx";
import { Layout } from "./layout.tsx";

export interface PersonaRow {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

export interface PersonasPageProps {
  readonly platform: string;
  readonly provider: string;
  readonly action: string;
  readonly csrf: string;
  readonly personas: readonly PersonaRow[];
  /** Levels the identity provider can answer; the first is proposed. */
  readonly levels: readonly string[];
  readonly cancelHref: string;
}

/** The identity provider's own page: choose who you are. */
export function PersonasPage(props: PersonasPageProps): VNode {
  return (
    <Layout platform={props.platform} title={props.provider}>
      <h1>{props.provider} : qui êtes-vous ?</h1>
      <p>Choisissez une personne fictive. Aucun mot de passe n’est demandé.</p>
      <form method="post" action={props.action} data-testid="personas">
        <input type="hidden" name="_csrf" value={props.csrf} />
        {props.levels.length > 1 ? (
          <p>
            <label for="acr">Niveau que le fournisseur d’identité répondra</label>
            <select id="acr" name="acr">
              {props.levels.map((level) => (
                <option key={level} value={level}>
                  {levelLabel(level)}
                </option>
              ))}
            </select>
          </p>
        ) : null}
        <ul class="cards">
          {props.personas.map((persona) => (
            <li key={persona.id}>
              <button
                class="card"
                type="submit"
                name="persona"
                value={persona.id}
                data-testid={`persona-${persona.id}`}
              >
                <strong>{persona.title}</strong>
                <span>{persona.note}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p>
        <a data-testid="cancel" href={props.cancelHref}>
          Annuler et choisir un autre compte
        </a>
      </p>
    </Layout>
  );
}
