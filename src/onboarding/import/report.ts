/** What an import did, for whoever has to mend the file. */
export interface ImportReport {
  readonly kind: "open-data" | "own-csv";
  readonly digest: string;
  readonly at: string;
  /** True where this very file had been imported before: nothing was done, this is what was said then. */
  readonly again?: boolean;
  readonly lines: number;
  /** Lines tied to a collectivité and a milestone. */
  readonly matched: number;
  /** Facts that were new; the others were known already. */
  readonly added: number;
  /** Lines about something that is no milestone here. */
  readonly ignored: number;
  readonly merged: readonly { readonly line: number; readonly former: string; readonly code: string }[];
  readonly learned: readonly { readonly code: string; readonly siren: string }[];
  /** At most a thousand of the lines that could not be used; `unusableCount` counts them all. */
  readonly unusable: readonly { readonly line: number; readonly reason: string }[];
  readonly unusableCount: number;
}

/** Collects a report while the lines go by. */
export interface ReportDraft {
  lines: number;
  matched: number;
  ignored: number;
  merged: { line: number; former: string; code: string }[];
  learned: Map<string, string>;
  unusable: { line: number; reason: string }[];
  unusableCount: number;
}

const LISTED = 1_000;

export const emptyDraft = (): ReportDraft => ({
  lines: 0,
  matched: 0,
  ignored: 0,
  merged: [],
  learned: new Map(),
  unusable: [],
  unusableCount: 0,
});

/** Notes a line that could not be used, and why. */
export function unusable(draft: ReportDraft, line: number, reason: string): void {
  draft.unusableCount += 1;
  if (draft.unusable.length < LISTED) draft.unusable.push({ line, reason });
}
