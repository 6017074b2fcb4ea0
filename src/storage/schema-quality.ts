/** Figures, opinions and published quarters: nothing in them leads back to a dossier. */
export interface QualitySchema {
  quality_counts: QualityCountTable;
  quality_tickets: QualityTicketTable;
  quality_opinions: QualityOpinionTable;
  quality_quarters: QualityQuarterTable;
}

/** How often something happened in a month. */
export interface QualityCountTable {
  collectivite_id: string;
  procedure: string;
  /** `2026-11`, in France. */
  month: string;
  measure: string;
  /** The step, the origin or the route that it is about; empty where there is none. */
  detail: string;
  count: number;
}

/** The right to one opinion: removed when it is used, so that nothing tells who gave which. */
export interface QualityTicketTable {
  /** A pseudonym of the dossier. */
  id: string;
  collectivite_id: string;
  procedure: string;
  expires_at: string;
}

export interface QualityOpinionTable {
  id: string;
  collectivite_id: string;
  procedure: string;
  /** No day: it would tell whose it is where little is sent. */
  month: string;
  satisfaction: string;
  clarity: number | null;
  /** The means by which help was sought, with commas. */
  help: string;
  reached: number | null;
  help_quality: number | null;
  /** What was written freely, until its retention ends. */
  sealed: string | null;
}

export interface QualityQuarterTable {
  collectivite_id: string;
  procedure: string;
  quarter: string;
  method: string;
  /** JSON, as it was published. */
  figures: string;
  frozen_at: string;
}
