export { type AppliedStep, applyStep } from "./apply.ts";
export { atCounter, type Proof } from "./at-counter.ts";
export { attachDocument, joinDocuments } from "./attach.ts";
export { carryOver } from "./carry-over.ts";
export { cleanText } from "./clean.ts";
export { type CorrectedForm, correctForm, viewCorrection } from "./correct.ts";
export type {
  Alternative,
  Condition,
  Field,
  FieldDeclaration,
  FieldKind,
  FieldsCheck,
  Option,
  Procedure,
  ProcedureDeclaration,
  SatisfactionButton,
  SourceDeclaration,
  Step,
  StepDeclaration,
} from "./declaration.ts";
export { defineProcedure } from "./define/index.ts";
export { PROPERTIES_READ } from "./define/typeset.ts";
export { couldBePrefilled } from "./derive/could-be-prefilled.ts";
export { type DataPassDraft, dataPassDraft } from "./derive/datapass.ts";
export { dataPassMarkdown } from "./derive/datapass-markdown.ts";
export { type Notice, type NoticeCollectivite, noticeOf } from "./derive/notice.ts";
export { type Receipt, receiptOf } from "./derive/receipt.ts";
export { type RecordOfProcessing, recordOfProcessing } from "./derive/record.ts";
export { recordMarkdown } from "./derive/record-markdown.ts";
export { remainingToType } from "./derive/remaining.ts";
export { type ProcedureScopes, scopesOf } from "./derive/scopes.ts";
export { type ProcedureSummary, summaryOf } from "./derive/summary.ts";
export { summaryMarkdown } from "./derive/summary-markdown.ts";
export { DOCUMENT_LIMITS } from "./document-limits.ts";
export { type DocumentReference, documentsIn, documentsOf } from "./documents.ts";
export { type DeclarationProblem, ProcedureError } from "./error.ts";
export { type FetchOptions, fetchSources } from "./fetch.ts";
export { fill } from "./fill.ts";
export { fingerprintOf } from "./fingerprint.ts";
export type {
  FieldPolicy,
  FieldValue,
  FilledField,
  FilledForm,
  Price,
  Provenance,
  SourceState,
} from "./form.ts";
export { ProceduresFileError } from "./load/error.ts";
export { loadProcedures } from "./load/load-procedures.ts";
export { field, options } from "./options.ts";
export { type Beneficiary, beneficiaryOf, fileFor, lostBy } from "./others/file-for.ts";
export { type Parties, partiesOf } from "./others/parties.ts";
export { plannedFields, planOf } from "./others/plan.ts";
export { priceOf } from "./price.ts";
export { questionsOf } from "./questions.ts";
export {
  answersIn,
  type FieldReadAgain,
  readAgain,
  type SourceReadAgain,
  sourcesToReadAgain,
} from "./read-again.ts";
export { PROCEDURES } from "./shipped/index.ts";
export {
  ADDRESS,
  OTHER_WAYS,
  PSU_FIELDS,
  participationFamiliale,
  QUOTIENT_FAMILIAL,
  quotientFamilial,
  YOU,
} from "./shipped/shared.ts";
export {
  type CheckedIdentity,
  emptyState,
  type FieldError,
  type FormState,
  type IdentitySnapshot,
  type SourceSnapshot,
} from "./state.ts";
export { nextStep, stepsOf } from "./steps.ts";
export { bands } from "./tariff/bands.ts";
export { byAnswer } from "./tariff/by-answer.ts";
export { effortRate } from "./tariff/effort-rate.ts";
export { outsideCommune } from "./tariff/outside.ts";
export { perChild } from "./tariff/per-child.ts";
export { psu } from "./tariff/psu.ts";
export { reduction } from "./tariff/reduction.ts";
export type { Tariffed, TariffRule, TariffTable, TariffValues } from "./tariff/rule.ts";
export { formatDate } from "./typography.ts";
export { unreadOf } from "./unread.ts";
export { validate } from "./validate.ts";
export type { FieldView, FileView, Input, InputOption, StepView } from "./view.ts";
export { type Refused, viewStep, viewSteps } from "./view-step.ts";
export { sourcesWithoutLogin } from "./without-login.ts";
