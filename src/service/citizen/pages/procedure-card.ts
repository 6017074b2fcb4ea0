/** A procedure in a few words, for the first page. */
export interface ProcedureCard {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The labels of what is read, from whom. */
  readonly fetched: ReadonlyArray<{ readonly what: readonly string[]; readonly whom: string }>;
  /** How many answers are left to the citizen. */
  readonly remaining: number;
  readonly levelLabel: string;
}
