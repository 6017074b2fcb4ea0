import type { Store, Vault } from "../storage/index.ts";
import { monthsBefore } from "./statistics/calendar.ts";

/** Where a name belongs: sealed for one event, it opens beside no other. */
const contextOf = (reference: string) => `onboarding_events.agent:${reference}`;

/** Seals the display name of the agent who records this event. */
export function sealAgent(vault: Vault, reference: string, agent: string): Promise<string> {
  return vault.seal(agent, contextOf(reference));
}

/** Who recorded what by hand, by the event's reference: for the agents' side only, never part of a timeline. */
export async function recordedBy(
  store: Store,
  vault: Vault,
  territory: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await store.db
    .selectFrom("onboarding_events")
    .select(["reference", "agent"])
    .where("territory", "=", territory)
    .where("agent", "is not", null)
    .execute();
  const opened = rows.map(
    async ({ reference, agent }) =>
      [reference, String(await vault.open(agent ?? "", contextOf(reference)))] as const,
  );
  return new Map(await Promise.all(opened));
}

/** As long as the journal of accesses keeps an agent. */
const KEPT_MONTHS = 36;

/** Takes off the names that have been kept long enough: what was recorded, and when, stays. @returns how many */
export async function forgetAgents(store: Store, now: Date): Promise<number> {
  const until = `${monthsBefore(now.toISOString().slice(0, 10), KEPT_MONTHS)}${now.toISOString().slice(10)}`;
  const { numUpdatedRows } = await store.db
    .updateTable("onboarding_events")
    .set({ agent: null })
    .where("agent", "is not", null)
    .where("recorded_at", "<=", until)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
