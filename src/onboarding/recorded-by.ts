import type { Store, Vault } from "../storage/index.ts";

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
