/** One organisation an agent may act for; the choice is made at each login. */
export interface AgentOrganisation {
  /** SIRET of the establishment, 14 digits. */
  readonly siret: string;
  readonly organization_label?: string;
  readonly roles: readonly string[];
}

/** One fictional agent of ProConnect, and what happens when they log in. */
export interface AgentPersona {
  readonly id: string;
  /** French, for the choice page. */
  readonly title: string;
  /** French: what is special about this agent and what to expect. */
  readonly note: string;
  readonly claims: {
    readonly given_name: string;
    readonly usual_name: string;
    readonly email: string;
    readonly uid: string;
    readonly phone_number?: string;
    readonly organizational_unit?: string;
    readonly belonging_population?: string;
    readonly custom?: object;
  };
  /** The first is chosen where there is only one. */
  readonly organisations: readonly [AgentOrganisation, ...AgentOrganisation[]];
  /** Identity provider; an agent who changes it gets another `sub`. */
  readonly idp_id: string;
  readonly acr: string;
  readonly amr?: readonly string[];
  /** Name of the error page or redirect that this agent meets instead of a login. */
  readonly error?: string;
}
