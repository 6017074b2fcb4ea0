import { createHash } from "node:crypto";
import type { FieldValue, FilledForm } from "../form.ts";
import { canonical } from "../value.ts";

/**
 * A short text that changes with the form. The page where answers are checked carries it; when it no longer fits
 * at sending, a value has changed in between and the citizen looks again. It proves nothing: `sealFields` does.
 *
 * @example
 * import { fingerprintOf } from "passerelle";
 * if (req.body.form !== fingerprintOf(filled)) showTheAnswersAgain();
 */
export function fingerprintOf(form: FilledForm): string {
  const { fields, price } = form;
  const json = JSON.parse(JSON.stringify({ fields, price: price ?? null })) as FieldValue;
  return createHash("sha256").update(canonical(json)).digest("base64url").slice(0, 22);
}
