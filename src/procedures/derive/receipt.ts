import type { FilledForm, Provenance } from "../form.ts";

/** What was read about the citizen, for them to keep. */
export interface Receipt {
  readonly readings: readonly {
    readonly source: Provenance["source"];
    readonly provider?: string;
    /** ISO 8601, UTC. */
    readonly at?: string;
    readonly requestId?: string;
    /** Labels of what was read there. */
    readonly what: readonly string[];
  }[];
  /** Labels of what the citizen declared instead of what was received. */
  readonly corrected: readonly string[];
  /** Labels of what the citizen says is wrong. */
  readonly contested: readonly string[];
  /** How many answers the citizen typed. */
  readonly typed: number;
}

const idOf = ({ source, provider, fetchedAt, requestId }: Provenance): string =>
  JSON.stringify([source, provider, fetchedAt, requestId]);

/**
 * The citizen's receipt: who was asked what and when, for this form.
 *
 * @see https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000045213315 CRPA, art. L114-8
 * @example
 * import { receiptOf } from "passerelle";
 * const asked = receiptOf(dossier.form).readings.map(({ provider, what }) => ({ provider, what }));
 */
export function receiptOf(form: FilledForm): Receipt {
  const readings = new Map<string, Receipt["readings"][number]>();
  for (const { received, label } of form.fields) {
    // What an agent read on an identity document was asked of no administration.
    if (received === undefined || received.provenance.source === "agent") continue;
    const { source, provider, fetchedAt, requestId } = received.provenance;
    const id = idOf(received.provenance);
    readings.set(id, {
      source,
      ...(provider === undefined ? {} : { provider }),
      ...(fetchedAt === undefined ? {} : { at: fetchedAt }),
      ...(requestId === undefined ? {} : { requestId }),
      what: [...(readings.get(id)?.what ?? []), label],
    });
  }
  const labels = (kept: (field: FilledForm["fields"][number]) => boolean) =>
    form.fields.filter(kept).map(({ label }) => label);
  return {
    readings: [...readings.values()],
    corrected: labels(({ correction }) => correction !== undefined),
    contested: labels(({ contested }) => contested !== undefined),
    typed: labels(({ received, value }) => received === undefined && value !== null).length,
  };
}
