import { createHash } from "node:crypto";
import type { FieldValue, FilledForm } from "./form.ts";
import { canonical } from "./value.ts";

/**
 * A short text that changes with the form, its words and its price. The page where answers are checked carries it;
 * when it no longer fits at sending, a value or the rule has changed in between and the citizen looks again. It only
 * tells versions apart and proves nothing: the form that counts never leaves the server.
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
