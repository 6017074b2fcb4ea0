import type { Answer } from "../answer.ts";
import type { Call } from "../call.ts";
import { platformError } from "../errors.ts";
import { text } from "../query.ts";
import { isSiret } from "../recipient.ts";

/** For whom the data is: the SIRET of the public body, never the software vendor's. */
export function checkRecipient({ query }: Call): Answer | undefined {
  return isSiret(text(query, "recipient") ?? "") ? undefined : platformError(422, "00210");
}
