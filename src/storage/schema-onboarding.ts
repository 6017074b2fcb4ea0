import type { Generated } from "kysely";

/** The tables of the roll-out: registry, history, what stands, what was published. */
export interface OnboardingSchema {
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
  email: string | null;
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
  /** Sealed; taken off after 36 months, the event stays. */
  agent: string | null;
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
