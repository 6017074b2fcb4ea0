import type { Request } from "express";
import type { LogoutHint } from "../session/federation-session.ts";
import { recordsIn } from "../transaction/store.ts";

/** A citizen may be slow at the provider's page; what is left to end is small. */
const KEPT = 20 * 60_000;

/** What a session leaves to end elsewhere. */
export interface Leaving {
  readonly hints: readonly LogoutHint[];
  readonly returnTo: string;
}

export interface LogoutRecord extends Leaving {
  readonly browser: string;
}

const recordOf = (state: string): string => `logout-${state}`;

/** Logouts under way, found by their `state` and bound to a browser. */
export function logoutRecords(store: Request["sessionStore"]) {
  const records = recordsIn(store);
  return {
    find: (state: string) => records.get<LogoutRecord>(recordOf(state)),
    set: (state: string, record: LogoutRecord) => records.set(recordOf(state), record, KEPT),
    remove: (state: string) => records.remove(recordOf(state)),
  };
}
