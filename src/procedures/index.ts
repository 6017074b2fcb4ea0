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
  SourceDeclaration,
  Step,
  StepDeclaration,
} from "./declaration.ts";
export type {
  FieldPolicy,
  FieldValue,
  FilledField,
  FilledForm,
  Price,
  Provenance,
  SourceState,
} from "./form.ts";
export type {
  DocumentReference,
  FieldError,
  FormState,
  IdentitySnapshot,
  SourceSnapshot,
} from "./state.ts";
export type { Tariffed, TariffRule, TariffTable, TariffValues } from "./tariff/rule.ts";
export type { FieldView, Input, InputOption, StepView } from "./view.ts";
