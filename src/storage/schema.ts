import type { OnboardingSchema } from "./schema-onboarding.ts";
import type { QualitySchema } from "./schema-quality.ts";

/**
 * Every table, in one place. Times are ISO 8601 in UTC, to the millisecond, so that they sort as text.
 * `sealed` columns hold what the vault made of JSON; whatever is personal is in one of them.
 */
export interface Schema extends OnboardingSchema, QualitySchema {
  collectivites: CollectiviteTable;
  drafts: DraftTable;
  parked_values: ParkedValuesTable;
  dossiers: DossierTable;
  dossier_events: DossierEventTable;
  dossier_counts: DossierCountTable;
  documents: DocumentTable;
  source_refreshes: SourceRefreshTable;
  journal: JournalTable;
  journal_heads: JournalHeadTable;
  vault_keys: VaultKeyTable;
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
  /** Slugs of the steps sent so far, in the order of their first time, with commas: where forms are abandoned. */
  steps: string;
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
  /** Who it is about, for asking a source again; null once decided, and where nobody proved an identity. */
  sealed_identity: string | null;
}

/** From when on a source may be asked again for a dossier. */
export interface SourceRefreshTable {
  dossier_id: string;
  source: string;
  again_at: string;
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

/** How many dossiers are in each state: kept, because counting a hundred thousand for every page is slow. */
export interface DossierCountTable {
  collectivite_id: string;
  procedure: string;
  state: string;
  count: number;
}

/** A file that stands in for a silent source. */
export interface DocumentTable {
  id: string;
  collectivite_id: string;
  /** The draft it was joined to; the dossier under the same id once it is sent. */
  dossier_id: string;
  field: string;
  /** Sniffed from the content. */
  type: string;
  /** Bytes. */
  size: number;
  received_at: string;
  sealed_name: string;
  /** The content. */
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

/** Which keys this database was written with: their names, not the keys. */
export interface VaultKeyTable {
  id: string;
  first_used_at: string;
}
