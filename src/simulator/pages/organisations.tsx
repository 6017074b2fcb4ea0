import type { VNode } from "preact";
import type { AgentOrganisation } from "../personas/agent.ts";
import { Layout } from "./layout.tsx";

export interface OrganisationsPageProps {
  readonly platform: string;
  readonly action: string;
  readonly csrf: string;
  readonly agent: string;
  readonly organisations: readonly AgentOrganisation[];
  /** SIRET from `siret_hint`: a suggestion, never a control. */
  readonly suggested: string;
}

/** An agent of several organisations says for which one they act now. */
export function OrganisationsPage(props: OrganisationsPageProps): VNode {
  const first = props.organisations.filter((row) => row.siret === props.suggested);
  const others = props.organisations.filter((row) => row.siret !== props.suggested);
  return (
    <Layout platform={props.platform} title="Choix de l’organisation">
      <h1>Pour quelle organisation ?</h1>
      <form method="post" action={props.action} data-testid="organisations">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="agent" value={props.agent} />
        <ul class="cards">
          {[...first, ...others].map((organisation) => (
            <li key={organisation.siret}>
              <button
                class="card"
                type="submit"
                name="siret"
                value={organisation.siret}
                data-testid={`organisation-${organisation.siret}`}
              >
                <strong>{organisation.organization_label ?? "Organisation sans libellé"}</strong>
                <span>SIRET {organisation.siret}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Layout>
  );
}
