import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import { platformError } from "../errors.ts";
import type { Platform } from "../platform.ts";

const MARKER_MS = 60_000;

/** The same endpoint, parameters and caller: one call at a time. */
export function checkDuplicate(call: Call, { duplicates, now }: Platform): Answer | undefined {
  const marker = duplicateMarker(call);
  const at = now().getTime();
  if (duplicates.get(marker, at)) return platformError(409, "00015");
  duplicates.set(marker, true, at, MARKER_MS);
  return undefined;
}

/**
 * Takes the marker away once the call is answered. A call stopped by the check of the recipient never gets here,
 * on the real platform neither: repeating it within a minute is a 409.
 */
export function clearDuplicate(call: Call, { duplicates }: Platform): void {
  duplicates.delete(duplicateMarker(call));
}

function duplicateMarker({ path, query, caller }: Call): string {
  return JSON.stringify([path, query, caller?.id]);
}
