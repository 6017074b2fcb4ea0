import { sql, type Transaction } from "kysely";
import type { Schema, Store } from "../../storage/index.ts";
import { isMilestone } from "../milestone.ts";
import type { OnboardingEvent } from "./event.ts";
import { project } from "./project.ts";

/** Rows written by one statement: well under what either database can bind. */
const CHUNK = 500;

/**
 * Adds events and brings what stands today up to date, in one transaction: all of them, or none.
 *
 * @returns how many were new; an event whose reference is known already adds nothing
 */
export function appendEvents(store: Store, events: readonly OnboardingEvent[], now: Date): Promise<number> {
  return store.db.transaction().execute((trx) => appendWithin(trx, events, now));
}

/** The same inside a transaction that does more. */
export async function appendWithin(
  trx: Transaction<Schema>,
  events: readonly OnboardingEvent[],
  now: Date,
): Promise<number> {
  const recordedAt = now.toISOString();
  const touched = new Set<string>();
  let added = 0;
  for (const chunk of chunks(events)) {
    const rows = await trx
      .insertInto("onboarding_events")
      .values(
        chunk.map(({ corrects, evidence, agent, ...event }) => ({
          ...event,
          corrects: corrects ?? null,
          agent: agent ?? null,
          evidence: JSON.stringify(evidence),
          recorded_at: recordedAt,
        })),
      )
      .onConflict((conflict) => conflict.column("reference").doNothing())
      .returning(["territory", "reference"])
      .execute();
    added += rows.length;
    for (const { territory } of rows) touched.add(territory);
    const references = new Set(rows.map(({ reference }) => reference));
    await assignPartners(
      trx,
      chunk.filter(({ reference }) => references.has(reference)),
    );
  }
  for (const codes of chunks([...touched])) await reproject(trx, codes);
  return added;
}

/** Evidence that names who carries the collectivité: figures are broken down by it. The last one told stands. */
async function assignPartners(trx: Transaction<Schema>, events: readonly OnboardingEvent[]): Promise<void> {
  const carriers = new Map<string, { readonly vendor: string | null; readonly opsn: string | null }>();
  for (const { territory, evidence } of events) {
    const { vendor = null, opsn = null } = carriers.get(territory) ?? {};
    const told = {
      vendor: typeof evidence.vendor === "string" ? evidence.vendor : vendor,
      opsn: typeof evidence.opsn === "string" ? evidence.opsn : opsn,
    };
    if (told.vendor !== null || told.opsn !== null) carriers.set(territory, told);
  }
  if (carriers.size === 0) return;
  const values = [...carriers].map(([code, { vendor, opsn }]) => sql`(${code}, ${vendor}, ${opsn})`);
  await sql`
    update onboarding_territories
    set vendor = coalesce(told.column2, vendor), opsn = coalesce(told.column3, opsn)
    from (values ${sql.join(values)}) as told
    where code = told.column1
  `.execute(trx);
}

async function reproject(trx: Transaction<Schema>, codes: readonly string[]): Promise<void> {
  const events = await trx
    .selectFrom("onboarding_events")
    .select(["territory", "sequence", "milestone", "action", "at", "reference", "corrects"])
    .where("territory", "in", codes)
    .execute();
  const byTerritory = new Map<string, typeof events>(codes.map((code) => [code, []]));
  for (const event of events) byTerritory.get(event.territory)?.push(event);
  const standings = codes.map((code) => ({
    code,
    standing: project(
      (byTerritory.get(code) ?? []).flatMap(({ milestone, action, corrects, ...event }) =>
        isMilestone(milestone) && (action === "reached" || action === "withdrawn")
          ? [{ ...event, milestone, action, ...(corrects && { corrects }) } as const]
          : [],
      ),
    ),
  }));
  await trx.deleteFrom("onboarding_reached").where("territory", "in", codes).execute();
  const reached = standings.flatMap(({ code, standing }) =>
    [...standing.reached].map(([milestone, at]) => ({ territory: code, milestone, at })),
  );
  for (const chunk of chunks(reached))
    await trx
      .insertInto("onboarding_reached")
      .values([...chunk])
      .execute();
  const values = standings.map(
    ({ code, standing }) => sql`(${code}, ${standing.stage ?? null}, ${standing.stageAt ?? null})`,
  );
  await sql`
    update onboarding_territories
    set stage = stands.column2, stage_at = stands.column3
    from (values ${sql.join(values)}) as stands
    where code = stands.column1
  `.execute(trx);
}

/** At most 500 at a time. */
export function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}
