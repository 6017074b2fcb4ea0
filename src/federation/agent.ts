/** A civil servant as ProConnect describes them for this session: authenticated, not yet authorised. */
export interface Agent {
  readonly sub: string;
  readonly email: string;
  readonly givenName: string;
  /** ProConnect's `usual_name`. */
  readonly usualName: string;
  /** The organisation chosen for this session, 14 digits. It decides, on every login. */
  readonly siret: string;
  readonly organizationLabel?: string;
  readonly roles: readonly string[];
  /** An exact value of ProConnect's list, not a rank. */
  readonly acr?: string;
  readonly amr: readonly string[];
  /** ISO 8601, UTC. */
  readonly authenticatedAt: string;
}
