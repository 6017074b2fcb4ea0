import type { Field, Procedure } from "./declaration.ts";
import { KINDS } from "./kinds/index.ts";
import { about, inputId, inputName, type Problem } from "./kinds/kind.ts";
import { valuesOf } from "./price.ts";
import type { ResolvedField } from "./resolve.ts";
import type { FieldError } from "./state.ts";
import { isEmpty } from "./value.ts";

/** What to do when nothing was answered. */
const MISSING: Readonly<Partial<Record<Field["kind"], string>>> = {
  choice: "choisissez une réponse.",
  choices: "choisissez au moins une réponse.",
  "yes-no": "répondez par oui ou par non.",
  agreement: "cochez la case pour continuer.",
  children: "choisissez au moins un enfant, ou ajoutez-en un.",
  date: "saisissez une date, par exemple 27 3 2018.",
  email: "saisissez une adresse, par exemple nom@domaine.fr.",
  tel: "saisissez un numéro, par exemple 06 12 34 56 78.",
  number: "saisissez un nombre en chiffres, par exemple 1\u00A0045.",
  address: "saisissez le numéro et la voie, par exemple 12 rue des Tilleuls.",
  plate: "saisissez le numéro de la plaque, par exemple AB-123-CD.",
  document: "joignez ce document, ou cochez la case pour le fournir plus tard.",
};

/** The id of the input where an error is put right. */
export function anchorOf(
  { field, received }: Pick<ResolvedField, "field" | "received">,
  part?: string,
): string {
  if (part !== undefined) return inputId(inputName(field, part));
  const [first] = KINDS[field.kind].inputs(field, {}, received?.value);
  return first?.id ?? inputId(field.name);
}

export function errorOf(resolved: ResolvedField, { message, part }: Problem): FieldError {
  return { field: resolved.field.name, anchor: anchorOf(resolved, part), message };
}

export function missingError(resolved: ResolvedField): FieldError {
  const { field } = resolved;
  const message = field.missing ?? about(field, MISSING[field.kind] ?? "complétez ce champ.");
  return errorOf(resolved, { message });
}

/** What is wrong with one field as it stands. What the State sent is not the citizen's to put right. */
export function fieldError(resolved: ResolvedField, today: string): FieldError | undefined {
  const { field, policy, value, required } = resolved;
  if (policy === "fixed") return undefined;
  if (isEmpty(value)) return required ? missingError(resolved) : undefined;
  const problem = KINDS[field.kind].check(field, value, today);
  return problem === undefined ? undefined : errorOf(resolved, problem);
}

/** The checks of the procedure that look at several fields; one is asked only when its own field has a value. */
export function crossErrors(
  procedure: Procedure,
  fields: readonly ResolvedField[],
  today: string,
): readonly FieldError[] {
  const values = valuesOf(fields.map(({ filled }) => filled));
  return (procedure.checks ?? []).flatMap((check) => {
    const resolved = fields.find(({ field }) => field.name === check.field);
    if (resolved === undefined || isEmpty(resolved.value) || check.holds(values, today)) return [];
    return [errorOf(resolved, { message: check.message })];
  });
}

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/** The day it is for a citizen, as `YYYY-MM-DD`. */
export function dayIn(now: Date): string {
  return parisDay.format(now);
}
