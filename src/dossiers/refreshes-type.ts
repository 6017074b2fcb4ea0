import type { FilledForm, SourceReadAgain } from "../procedures/index.ts";
import type { Dossier } from "./dossier.ts";
import type { JournalCall } from "./journal-entry.ts";

/** Sources that an agent asks again while a dossier is undecided. */
export interface Refreshes {
  /**
   * Takes the right to ask this source for this dossier: one agent at a time. It holds until `until`, which `keep`
   * moves; a process that stops in between leaves nothing locked for longer.
   */
  take(request: {
    readonly collectivite: string;
    readonly id: string;
    readonly source: string;
    readonly until: Date;
  }): Promise<{ readonly taken: true } | { readonly taken: false; readonly again: string }>;

  /** When each source may be asked again, by its name; a source that was never asked is absent. */
  waits(request: {
    readonly collectivite: string;
    readonly id: string;
  }): Promise<Readonly<Record<string, string>>>;

  /**
   * Writes what came, and its trace: both or neither. What the source said becomes an event beside the form as it was
   * sent. Undefined where the dossier was decided meanwhile, or where nobody answered: then only the trace is written.
   */
  keep(request: {
    readonly collectivite: string;
    readonly id: string;
    readonly source: string;
    readonly agent: { readonly sub: string; readonly name?: string };
    /** Chosen, never typed: it goes into the journal. */
    readonly purpose: string;
    /** Typed: it stays in the dossier, sealed. */
    readonly remark?: string;
    /** Names of the fields that were asked for. */
    readonly fields: readonly string[];
    readonly call: JournalCall;
    /** When the source may be asked again. */
    readonly again: Date;
    /** Compares with the form as it is when it is written; absent where nobody answered. */
    readonly read?: (form: FilledForm) => SourceReadAgain;
  }): Promise<Dossier | undefined>;
}
