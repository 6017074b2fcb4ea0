export { createDossiers } from "./create.ts";
export type { Documents, KeptDocument, OpenedDocument, ReceivedFile } from "./documents/document.ts";
export {
  type DocumentRefusal,
  type DocumentRefusalCode,
  isRefused,
  refuseDocument,
} from "./documents/refusal.ts";
export {
  type Actor,
  type Decision,
  DOSSIER_STATES,
  type Dossier,
  type DossierEvent,
  type DossierEventType,
  type DossierState,
  type DossierSummary,
  type Read,
  type Receipt,
} from "./dossier.ts";
export type { Dossiers, Expired } from "./dossiers-type.ts";
export type { CounterDrafts, Draft, DraftKey, DraftSummary, Drafts, Parked, ParkedValues } from "./draft.ts";
export { DossierError, type DossierErrorCode } from "./error.ts";
export type { InboxPage, InboxRequest, InboxRow } from "./inbox-type.ts";
export type {
  Journal,
  JournalAction,
  JournalCall,
  JournalEntry,
  JournalInput,
  JournalProblem,
  JournalVerdict,
} from "./journal-entry.ts";
export { readDossierNumber } from "./number.ts";
export type { Owner } from "./owner.ts";
export { addToMonth, type Months, monthOf } from "./quality/calendar.ts";
export { TEXT_MONTHS } from "./quality/expire-opinions.ts";
export { type Counts, type DraftFigures, type Figures, IDLE_DAYS, sumOf } from "./quality/figures.ts";
export { FEWEST_OPINIONS, INDICATORS, type Indicator } from "./quality/indicators.ts";
export {
  HELP_MEANS,
  type HelpMeans,
  type Opinion,
  type OpinionText,
  SATISFACTIONS,
  type Satisfaction,
} from "./quality/opinion.ts";
export type { Quality } from "./quality/quality-type.ts";
export type { DeclaredFacts, QuarterIndicators } from "./quality/quarters.ts";
export { readsOf } from "./reads.ts";
export type { Refreshes } from "./refreshes-type.ts";
