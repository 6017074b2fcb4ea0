import { createHash } from "node:crypto";
import type { AgentOrganisation, AgentPersona } from "../personas/agent.ts";

/** An agent as one login knows them: one organisation, chosen for this session. */
export interface AgentIdentity {
  readonly sub: string;
  readonly email: string;
  readonly idp_id: string;
  readonly acr: string;
  readonly amr: readonly string[] | undefined;
  readonly roles: readonly string[];
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A UUID that stays the same for one agent of one identity provider, at every service. */
export function agentSub(identityProvider: string, uid: string): string {
  const hex = createHash("sha256").update(`simulateur:${identityProvider}:${uid}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** What ProConnect tells services about an agent acting for one of their organisations. */
export function agentIdentity(agent: AgentPersona, organisation: AgentOrganisation): AgentIdentity {
  const { siret, organization_label, roles } = organisation;
  return {
    sub: agentSub(agent.idp_id, agent.claims.uid),
    email: agent.claims.email.toLowerCase(),
    idp_id: agent.idp_id,
    acr: agent.acr,
    amr: agent.amr,
    roles,
    claims: {
      ...agent.claims,
      siret,
      ...(organization_label === undefined ? {} : { organization_label }),
      roles,
      idp_id: agent.idp_id,
      idp_acr: agent.acr,
      custom: agent.claims.custom ?? {},
    },
  };
}
