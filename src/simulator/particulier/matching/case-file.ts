/** One answer of the official layout, read from `<folder>/*.yaml`. */
export interface CaseFile {
  readonly folder: string;
  readonly file: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly body: unknown;
  /** Ours, and not from `--cases`: the person in it is then known in every mode. */
  readonly builtIn: boolean;
  /**
   * Keys of the answer that follow what was asked, by path (`data.quotient_familial.mois: mois`): without it a case
   * of ours would age. The official files have none.
   */
  readonly asked: Readonly<Record<string, string>>;
  /** The answer is about someone (`data.identite_particulier`): the citizen must be that person. */
  readonly holderOnly: boolean;
}

export const NOT_FOUND_FILE = "404.yaml";
