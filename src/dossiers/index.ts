export { createDossiers } from "./create.ts";
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
export type { Draft, DraftKey, DraftSummary, Drafts, Parked, ParkedValues } from "./draft.ts";
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
export { readsOf } from "./reads.ts";
