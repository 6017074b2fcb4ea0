import type { Field, Procedure } from "./declaration.ts";
import { KINDS } from "./kinds/index.ts";
import { inputId, inputName, type Problem, quote } from "./kinds/kind.ts";
import { valuesOf } from "./price.ts";
import type { ResolvedField } from "./resolve.ts";
import type { FieldError } from "./state.ts";
import { isEmpty } from "./value.ts";

/** What to say when nothing was answered, by what the citizen has to do. */
const MISSING: Readonly<Partial<Record<Field["kind"], (field: Field) => string>>> = {
  choice: (field) => `Choisissez une réponse à ${quote(field)}.`,
  choices: (field) => `Choisissez au moins une réponse à ${quote(field)}.`,
  "yes-no": (field) => `Répondez par oui ou par non à ${quote(field)}.`,
  agreement: (field) => `Cochez la case ${quote(field)} pour continuer.`,
  children: () => "Choisissez au moins un enfant, ou ajoutez-en un.",
  date: (field) => `Saisissez une date pour ${quote(field)}, par exemple 27 3 2018.`,
  email: (field) => `Saisissez une adresse électronique pour ${quote(field)}, par exemple nom@domaine.fr.`,
  tel: (field) => `Saisissez un numéro de téléphone pour ${quote(field)}, par exemple 06 12 34 56 78.`,
  number: (field) => `Saisissez un nombre pour ${quote(field)}, par exemple 1\u00A0045.`,
  address: () => "Saisissez le numéro et la voie, par exemple 12 rue des Tilleuls.",
  document: (field) => `Joignez le document ${quote(field)}, ou cochez la case pour le fournir plus tard.`,
};

/** The id of the input where an error is put right. */
export function anchorOf(field: Field, part?: string): string {
  const first = KINDS[field.kind].inputs(field, {}, undefined)[0];
  return part === undefined ? (first?.id ?? inputId(field.name)) : inputId(inputName(field, part));
}

export function errorOf(field: Field, { message, part }: Problem): FieldError {
  return { field: field.name, anchor: anchorOf(field, part), message };
}

export function missingError(field: Field): FieldError {
  const message = field.missing ?? MISSING[field.kind]?.(field) ?? `Complétez ${quote(field)}.`;
  return errorOf(field, { message });
}

/** What is wrong with one field as it stands. What the State sent is not the citizen's to put right. */
export function fieldError(
  { field, policy, value, required }: ResolvedField,
  today: string,
): FieldError | undefined {
  if (policy === "fixed") return undefined;
  if (isEmpty(value)) return required ? missingError(field) : undefined;
  const problem = KINDS[field.kind].check(field, value, today);
  return problem === undefined ? undefined : errorOf(field, problem);
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
    return [errorOf(resolved.field, { message: check.message })];
  });
}

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/** The day it is for a citizen, as `YYYY-MM-DD`. */
export function dayIn(now: Date): string {
  return parisDay.format(now);
}
