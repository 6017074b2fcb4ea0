import type { Generated } from "kysely";

/**
 * Every table, in one place. Times are ISO 8601 in UTC, to the millisecond, so that they sort as text.
 * `sealed` columns hold what the vault made of JSON; whatever is personal is in one of them.
 */
export interface Schema {
  collectivites: CollectiviteTable;
  drafts: DraftTable;
  parked_values: ParkedValuesTable;
  dossiers: DossierTable;
  dossier_events: DossierEventTable;
  journal: JournalTable;
  journal_heads: JournalHeadTable;
  onboarding_territories: OnboardingTerritoryTable;
  onboarding_partners: OnboardingPartnerTable;
  onboarding_events: OnboardingEventTable;
  onboarding_reached: OnboardingReachedTable;
  onboarding_webhooks: OnboardingWebhookTable;
  onboarding_campaigns: OnboardingCampaignTable;
  onboarding_imports: OnboardingImportTable;
  onboarding_quarters: OnboardingQuarterTable;
  onboarding_summaries: OnboardingSummaryTable;
}

export interface CollectiviteTable {
  id: string;
  slug: string;
  siret: string;
  siren: string;
  name: string;
  host: string | null;
  /** JSON: theme and contact, all public. */
  profile: string;
  /** The clients' secrets and tokens. */
  sealed: string | null;
  created_at: string;
  updated_at: string;
}

export interface DraftTable {
  id: string;
  collectivite_id: string;
  procedure: string;
  /** Pseudonym of the citizen in this collectivité. */
  owner: string;
  revision: number;
  sealed: string;
  created_at: string;
  updated_at: string;
  expires_at: string;
}

export interface ParkedValuesTable {
  /** SHA-256 of the token that the browser holds. */
  id: string;
  collectivite_id: string;
  sealed: string;
  expires_at: string;
}

export interface DossierTable {
  /** The id of the draft it was: sending twice cannot make two. */
  id: string;
  collectivite_id: string;
  number: string;
  procedure: string;
  version: string;
  state: string;
  revision: number;
  owner: string;
  retention_months: number;
  sent_at: string;
  updated_at: string;
  /** Set once decided; an open dossier is never removed. */
  expires_at: string | null;
  /** Who asks, for the agent's list: small, so that a page of the inbox does not open whole forms. */
  sealed_applicant: string;
  /** The form and the owner. */
  sealed: string;
}

export interface DossierEventTable {
  dossier_id: string;
  revision: number;
  collectivite_id: string;
  at: string;
  type: string;
  state: string;
  actor: string;
  /** The reason, the agent, the fields asked again. */
  sealed: string;
}

export interface JournalTable {
  collectivite_id: string;
  sequence: number;
  at: string;
  actor: string;
  /** Pseudonym of the agent or citizen; empty for the system. */
  actor_pseudonym: string;
  action: string;
  dossier_id: string | null;
  /** JSON: purpose, procedure, names of fields, the call made. Never a value. */
  detail: string;
  hash: string;
}

export interface JournalHeadTable {
  collectivite_id: string;
  sequence: number;
  hash: string;
  /** The checkpoint: the last row removed by retention, and its hash. */
  pruned_sequence: number;
  pruned_hash: string;
  /** Keyed, so that whoever can write the table cannot rewrite the chain. */
  signature: string;
}

export interface OnboardingTerritoryTable {
  /** `commune:33063`, `epci:243300316`, `departement:33`, `region:75`. */
  code: string;
  kind: string;
  siren: string | null;
  name: string;
  departement: string | null;
  region: string | null;
  population: number | null;
  stratum: string;
  vendor: string | null;
  opsn: string | null;
  /** The furthest milestone reached and its date: derived from the events. */
  stage: string | null;
  stage_at: string | null;
}

export interface OnboardingPartnerTable {
  slug: string;
  /** `vendor` or `opsn`. */
  kind: string;
  name: string;
  siret: string | null;
  certified: number;
}

/** Added to, never changed: a correction is another event. */
export interface OnboardingEventTable {
  sequence: Generated<number>;
  territory: string;
  milestone: string;
  /** `reached` or `withdrawn`. */
  action: string;
  /** `YYYY-MM-DD`. */
  at: string;
  source: string;
  /** What tells this event from every other: the same fact told twice is one event. */
  reference: string;
  /** The reference of the event that this one replaces. */
  corrects: string | null;
  /** JSON. */
  evidence: string;
  recorded_at: string;
}

/** Derived from the events: what stands today. */
export interface OnboardingReachedTable {
  territory: string;
  milestone: string;
  at: string;
}

export interface OnboardingWebhookTable {
  /** SHA-256 of what makes the call unique. */
  id: string;
  received_at: string;
  request: string;
  event: string;
  fired_at: string;
  siret: string | null;
  outcome: string;
  /** JSON, without anything about the applicant. */
  detail: string;
}

export interface OnboardingCampaignTable {
  id: string;
  /** JSON. */
  definition: string;
  created_at: string;
}

export interface OnboardingImportTable {
  id: string;
  kind: string;
  /** SHA-256 of the file. */
  digest: string;
  at: string;
  /** JSON: what matched and what did not. */
  report: string;
}

/** Published figures: written once. */
export interface OnboardingQuarterTable {
  campaign: string;
  /** `2021-Q4`. */
  quarter: string;
  method: string;
  /** JSON. */
  figures: string;
  frozen_at: string;
}

/** The overview's figures, kept until an event or a day is added. */
export interface OnboardingSummaryTable {
  campaign: string;
  /** Of the last event they know of. */
  sequence: number;
  day: string;
  shape: number;
  /** JSON. */
  figures: string;
}
