import { FederationError } from "../errors/federation-error.ts";
import { isSamePerson } from "../identity/same-person.ts";
import { isAtLeast } from "../level.ts";
import type { Check } from "./check.ts";
import type { SessionContext } from "./contexts.ts";

/** A step-up raises the level of one person: another's identity never enters a session that is open. */
export const samePerson: Check<SessionContext> = {
  name: "same-person",
  run({ previous, citizen, transaction }) {
    const asked = transaction.level ?? citizen.level;
    if (!previous || isAtLeast(previous.citizen.level, asked)) return;
    if (!isSamePerson(previous.citizen, citizen)) throw new FederationError("step_up_other_person");
  },
};
