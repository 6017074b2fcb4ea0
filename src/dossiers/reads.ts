import type { FilledForm } from "../procedures/index.ts";
import type { Read } from "./dossier.ts";

/**
 * What was read from whom, and when: one line per reading, with the fields it filled.
 *
 * @example
 * import { readsOf } from "./index.ts";
 * const providers = readsOf(dossier.form).map(({ provider, fields }) => ({ provider, fields }));
 */
export function readsOf(form: FilledForm): readonly Read[] {
  const reads = new Map<string, Read>();
  for (const { label, received } of form.fields) {
    // What an agent read on an identity document was asked of no administration.
    if (!received || received.provenance.source === "agent") continue;
    const key = JSON.stringify(received.provenance);
    const fields = [...(reads.get(key)?.fields ?? []), label];
    reads.set(key, { ...received.provenance, fields });
  }
  return [...reads.values()];
}
