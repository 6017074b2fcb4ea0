import type { FilledField, FilledForm } from "../../procedures/index.ts";
import type { Tally } from "./tally.ts";

/** Figures of a form that is being sent: how many values, from whom, how many of them changed. No value. */
export function figuresOf({ fields, documentsSpared = [] }: FilledForm): readonly Tally[] {
  return [
    { measure: "fields", by: fields.length },
    ...fields.flatMap(figuresOfField),
    ...documentsSpared.map((source): Tally => ({ measure: "spared", detail: source })),
  ];
}

function figuresOfField({ received, correction, contested }: FilledField): readonly Tally[] {
  // What an agent read on an identity document was typed all the same.
  if (received === undefined || received.provenance.source === "agent") return [];
  const detail = received.provenance.provider ?? received.provenance.source;
  return [
    { measure: "prefilled", detail },
    ...(correction ? [{ measure: "corrected", detail } as const] : []),
    ...(contested ? [{ measure: "contested", detail } as const] : []),
  ];
}
