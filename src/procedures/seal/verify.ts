import { timingSafeEqual } from "node:crypto";
import type { FilledForm } from "../form.ts";
import { type FormSeal, type SealContext, type Sign, sealFields } from "./fields.ts";

function same(one: string | undefined, other: string | undefined): boolean {
  const [left, right] = [Buffer.from(one ?? ""), Buffer.from(other ?? "")];
  return one !== undefined && left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a stored form is what was sealed, and which fields are not. */
export interface SealCheck {
  readonly intact: boolean;
  /** Names of the fields altered, added or removed. */
  readonly altered: readonly string[];
}

/**
 * Compares a stored form with its seal: edited, removed, added, or taken from another draft or collectivité, all is named.
 *
 * @example
 * import { sealFields, verifyFields } from "passerelle";
 * const context = { collectivite: siret, draft: draft.id };
 * const { intact } = verifyFields(filled, sealFields(filled, context, sign), context, sign);
 */
export function verifyFields(form: FilledForm, seal: FormSeal, context: SealContext, sign: Sign): SealCheck {
  const actual = sealFields(form, context, sign);
  const names = new Set([...Object.keys(seal.fields), ...Object.keys(actual.fields)]);
  const altered = [...names].filter((name) => !same(seal.fields[name], actual.fields[name]));
  return { intact: altered.length === 0 && same(seal.form, actual.form), altered };
}
