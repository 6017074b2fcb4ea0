import type { FieldValue, FilledForm } from "../form.ts";
import { canonical } from "../value.ts";

/** A keyed HMAC over a text, as hex or base64url. */
export type Sign = (text: string) => string;

/** Where a field belongs: the same value elsewhere has another seal. */
export interface SealContext {
  readonly collectivite: string;
  readonly draft: string;
}

/** One seal per field, and one over them all. */
export interface FormSeal {
  readonly fields: Readonly<Record<string, string>>;
  /** Over the whole form: a field removed or added, a price or a source changed. */
  readonly form: string;
}

/** What a seal covers, with every part named so that none can take another's place. */
function fieldText(form: FilledForm, context: SealContext, field: FilledForm["fields"][number]): string {
  return canonical({ what: "field", ...contextOf(form, context), field: asJson(field) });
}

function formText(form: FilledForm, context: SealContext): string {
  return canonical({ what: "form", ...contextOf(form, context), form: asJson(form) });
}

function contextOf(form: FilledForm, { collectivite, draft }: SealContext) {
  return { collectivite, draft, procedure: form.procedure, version: form.version };
}

function asJson(value: object): FieldValue {
  return JSON.parse(JSON.stringify(value)) as FieldValue;
}

/**
 * Seals every field with its value, its provenance and its place, so that a stored form can be proven unaltered.
 *
 * @param sign a keyed HMAC of the caller: this room has no key
 * @example
 * import { sealFields } from "passerelle";
 * const seal = sealFields(filled, { collectivite: siret, draft: draft.id }, sign);
 */
export function sealFields(form: FilledForm, context: SealContext, sign: Sign): FormSeal {
  return {
    fields: Object.fromEntries(
      form.fields.map((field) => [field.name, sign(fieldText(form, context, field))]),
    ),
    form: sign(formText(form, context)),
  };
}
