import type { Level } from "../federation/index.ts";
import type { RouteName, UseCaseId } from "../particulier/index.ts";
import type { FieldPolicy, FieldValue } from "./form.ts";
import type { TariffRule } from "./tariff/rule.ts";

/** How a field is asked and read. `address` and `children` hold several inputs; `document` holds files. */
export const FIELD_KINDS = [
  "text",
  "long-text",
  "tel",
  "email",
  "number",
  "date",
  "choice",
  "choices",
  "yes-no",
  "agreement",
  "address",
  "children",
  "plate",
  "document",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Shown only when an answer given in an earlier step has this value. */
export interface Condition {
  readonly field: string;
  readonly is: string | boolean;
}

/** One question of the form, or one thing the form knows. */
export interface FieldDeclaration {
  /** ASCII letters, digits and hyphens; unique in the procedure. It names the inputs. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** What to write, with an example. */
  readonly hint?: string;
  /** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field */
  readonly autocomplete?: string;
  /** Fields are required unless this is `true`. */
  readonly optional?: boolean;
  /** `identity.familyName`, or the name of a source and a path in its data: `qf.quotient_familial.valeur`. */
  readonly from?: string;
  /** Without it: `fixed` for what comes from somewhere, `typed` for the rest. */
  readonly policy?: FieldPolicy;
  readonly options?: readonly Option[];
  /** `number`: the value; `date`: ISO 8601, or `today`; `choices`, `children`, `document`: how many. */
  readonly min?: number | string;
  readonly max?: number | string;
  /** « € par mois », « places »… after the figure. */
  readonly unit?: string;
  /** For text: a pattern the whole value must match, and what to say when it does not. */
  readonly pattern?: { readonly expression: RegExp; readonly message: string };
  readonly maxLength?: number;
  /** How to reach whoever files: stays about them when they file for somebody else. */
  readonly filer?: true;
  readonly onlyIf?: Condition;
  /** The `children` field of an earlier step: asked for each child chosen there, where there are several. */
  readonly each?: string;
  /** What the error says when it is empty; without it, one is made from the label. */
  readonly missing?: string;
}

export interface StepDeclaration {
  readonly slug: string;
  readonly title: string;
  /** Its title when the demand is for somebody else: « La personne concernée ». */
  readonly titleForOthers?: string;
  readonly introduction?: string;
  readonly fields: readonly FieldDeclaration[];
  readonly onlyIf?: Condition;
}

/**
 * What the citizen gives instead when a source stays silent: nobody is ever blocked.
 * It stands in for the source's `fixed` fields, or for all of them where none is fixed.
 */
export type Alternative =
  | { readonly document: string; readonly hint?: string }
  | { readonly declaration: string; readonly hint?: string };

/** What is read from API Particulier, and why. */
export interface SourceDeclaration {
  /** A route of API Particulier: `quotient-familial`. */
  readonly route: RouteName;
  /** The keys of its `data` that the form needs (paths as in `keysOf`); the others are never kept. */
  readonly keys: readonly string[];
  /** Completes « pour … » in the notice: « calculer votre tarif ». */
  readonly why: string;
  readonly ifMissing: Alternative;
  /** Parameters of the route taken from the form: `{ immatriculation: "plaque" }`. */
  readonly needs?: Readonly<Record<string, string>>;
  /**
   * The child that the source is about, instead of the citizen: a `children` field with `max: 1` that another source
   * fills. Only a child whom the State has named as the citizen's is ever asked about.
   */
  readonly about?: string;
  /**
   * Uses the answer although it does not name the persons it is about. Says why that is acceptable
   * (« le jeton FranceConnect suffit »); it goes into the record of processing.
   */
  readonly allowUncheckedIdentity?: string;
}

/** A rule that looks at several fields at once. */
export interface FieldsCheck {
  /** The field that the error points to. */
  readonly field: string;
  readonly message: string;
  /** True when all is well. It sees the values by name; a field not asked is absent. */
  readonly holds: (values: Readonly<Record<string, FieldValue>>, today: string) => boolean;
}

/**
 * The ids that « Je donne mon avis » shows beside its button; the form's, where the product has several.
 *
 * @see https://jedonnemonavis.numerique.gouv.fr
 */
export interface SatisfactionButton {
  readonly product: number;
  readonly button: number;
  readonly form?: number;
}

/** Everything a procedure is. Scopes, notice, pages, receipt and register follow from it alone. */
export interface ProcedureDeclaration {
  readonly slug: string;
  /** Changes with every change of the form or the tariff; stored in each dossier. */
  readonly version: string;
  readonly title: string;
  /** One sentence: what the citizen obtains. */
  readonly summary: string;
  /** « Les familles dont un enfant… » */
  readonly audience: string;
  /** Time to fill in the form: « 5 minutes ». */
  readonly duration: string;
  /** Time to the answer: « sous 10 jours ouvrés ». */
  readonly delay: string;
  readonly level: Level;
  /**
   * In what capacities one may file for somebody else: « Tuteur ou curateur », « Proche aidant ». Without it whoever
   * files is the one it is for. Then nothing is read of either: API Particulier only answers about whoever is logged in.
   */
  readonly forOthers?: readonly Option[];
  /** The official « cas d'usage » of API Particulier: it limits what may be asked. Needed as soon as there is a source. */
  readonly useCase?: UseCaseId;
  /** The texts that found the processing, beside L114-8 CRPA. */
  readonly legalBasis: readonly string[];
  readonly deliberation: { readonly reference: string; readonly date: string };
  /** How long a dossier is kept after the decision. */
  readonly retentionMonths: number;
  readonly sources: Readonly<Record<string, SourceDeclaration>>;
  readonly steps: readonly StepDeclaration[];
  readonly tariff?: TariffRule;
  readonly checks?: readonly FieldsCheck[];
  /** What else the citizen may do: the counter, the telephone, a paper form. */
  readonly otherWays: readonly string[];
  /** Its French texts in English, each by the French as it is written here; without it, an English page shows the French. */
  readonly english?: Readonly<Record<string, string>>;
  /** « Je donne mon avis »: the ids of the real button. Without them the portal asks the same questions itself. */
  readonly satisfaction?: SatisfactionButton;
}

/** A procedure that was checked. Only `defineProcedure` makes one. */
export interface Procedure extends ProcedureDeclaration {
  readonly steps: readonly Step[];
  /** The steps of whoever files for somebody else, their own first; none where `forOthers` is absent. */
  readonly stepsForOthers: readonly Step[];
  /** Every field in order, those added for missing sources included. */
  readonly fields: readonly Field[];
}

export interface Step extends StepDeclaration {
  readonly fields: readonly Field[];
}

/** A field after its defaults were filled in. */
export interface Field extends FieldDeclaration {
  readonly step: string;
  readonly policy: FieldPolicy;
  readonly optional: boolean;
  /** Set on the document or declaration asked when this source stays silent. */
  readonly replaces?: string;
}
