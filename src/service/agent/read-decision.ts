import type { Decision } from "../../dossiers/index.ts";
import type { FieldError } from "../../procedures/index.ts";
import type { Verb } from "./decisions.ts";
import { listOf, textOf } from "./form-body.ts";

/** As long as a letter; what is longer belongs in one. */
export const LONGEST_REASON = 2_000;

/** What the agent filled in, kept so that nothing has to be typed twice. */
export interface DecisionForm {
  /** The revision that the agent was looking at; NaN where the form was tampered with. */
  readonly revision: number;
  readonly reason: string;
  readonly fields: readonly string[];
}

export type ReadDecision =
  | { readonly form: DecisionForm; readonly errors: readonly FieldError[]; readonly decision?: undefined }
  | { readonly form: DecisionForm; readonly errors: readonly []; readonly decision: Decision };

/**
 * Reads a decision form.
 *
 * @param correctable names of the fields that may be asked again; others are ignored
 */
export function readDecision(verb: Verb, body: unknown, correctable: readonly string[]): ReadDecision {
  const asked = listOf(body, "champs");
  const form: DecisionForm = {
    revision: Number(textOf(body, "revision") || Number.NaN),
    reason: verb.reason === "none" ? "" : textOf(body, "motif"),
    fields: correctable.filter((name) => asked.includes(name)),
  };
  const errors = [...fieldsErrors(verb, form), ...reasonErrors(verb, form)];
  return errors.length > 0 ? { form, errors } : { form, errors: [], decision: toDecision(verb, form) };
}

function reasonErrors({ reason, reasonMissing, reasonLabel }: Verb, form: DecisionForm): FieldError[] {
  const error = (message: string): FieldError[] => [{ field: "motif", anchor: "motif", message }];
  if (reason === "required" && form.reason === "") return error(reasonMissing);
  const length = [...form.reason].length;
  if (length > LONGEST_REASON) {
    return error(
      `« ${reasonLabel} » doit compter au plus ${figure(LONGEST_REASON)} caractères : il y en a ${figure(length)}. Raccourcissez le texte.`,
    );
  }
  return [];
}

const figure = (number: number): string => number.toLocaleString("fr-FR");

function fieldsErrors(verb: Verb, form: DecisionForm): FieldError[] {
  if (verb.type !== "correction_requested" || form.fields.length > 0) return [];
  return [
    {
      field: "champs",
      anchor: "champs",
      message: "Cochez au moins une réponse à corriger, par exemple l’adresse.",
    },
  ];
}

function toDecision({ type }: Verb, { reason, fields }: DecisionForm): Decision {
  switch (type) {
    case "taken":
      return { type };
    case "accepted":
      return reason === "" ? { type } : { type, reason };
    case "correction_requested":
      return { type, reason, fields };
    default:
      return { type, reason };
  }
}
