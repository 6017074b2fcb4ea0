import type { Procedure } from "./declaration.ts";
import type { FieldValue, FilledField, FilledForm, Price, Provenance } from "./form.ts";
import { splitFrom } from "./received.ts";
import { typeset } from "./typography.ts";
import { isEmpty } from "./value.ts";

/** The values that count, by field name; what is empty is absent. */
export function valuesOf(fields: readonly FilledField[]): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    fields.filter(({ value }) => !isEmpty(value)).map(({ name, value }) => [name, value]),
  );
}

/** Whoever typed it, the citizen or an agent for them: the State has not said it. */
const isTyped = ({ source }: Provenance): boolean => source === "citizen" || source === "agent";

/** Whether a figure of the tariff may still arrive: no price is better than one that will change by itself. */
function isAwaited({ fields, tariff }: Procedure, filled: Pick<FilledForm, "fields" | "sources">): boolean {
  return fields.some(({ name, from }) => {
    if (from === undefined || tariff?.reads.includes(name) !== true) return false;
    const state = filled.sources[splitFrom(from).source]?.state;
    const value = filled.fields.find((field) => field.name === name)?.value;
    return state === "pending" && isEmpty(value);
  });
}

/**
 * The price by the collectivité's own rule, in euro cents; undefined while a value it needs is missing or on its way.
 *
 * @example
 * import { fill, priceOf } from "passerelle";
 * priceOf(procedure, fill(procedure, draft.state))?.explanation; // « QF 1 045 €, tranche 3 (1 001 à 1 500 €) »
 */
export function priceOf(
  procedure: Procedure,
  filled: Pick<FilledForm, "fields" | "sources">,
): Price | undefined {
  const { tariff, deliberation } = procedure;
  const price = isAwaited(procedure, filled) ? undefined : tariff?.price(valuesOf(filled.fields));
  if (tariff === undefined || price === undefined) return undefined;
  const guarded = procedure.fields.filter(
    ({ name, policy, from }) => tariff.reads.includes(name) && policy === "fixed" && from !== undefined,
  );
  const provisional = guarded.some(({ name }) =>
    filled.fields.some((field) => field.name === name && !isEmpty(field.value) && isTyped(field.provenance)),
  );
  return {
    ...price,
    explanation: typeset(price.explanation),
    label: tariff.label,
    unit: tariff.unit,
    deliberation: deliberation.reference,
    provisional,
  };
}
