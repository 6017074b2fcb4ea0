import { sql, type Transaction } from "kysely";
import type { Schema, Store } from "../../storage/index.ts";
import type { OnboardingEvent } from "./event.ts";
import { project } from "./project.ts";

/** Rows written by one statement: well under what either database can bind. */
export const CHUNK = 500;

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
  const appender = openAppender(trx, now);
  for (const chunk of chunks(events)) await appender.add(chunk);
  return appender.finish();
}

/** Takes events a few at a time, so that whoever has many need not hold them all. */
export interface Appender {
  /** At most {@link CHUNK} of them. */
  add(events: readonly OnboardingEvent[]): Promise<void>;
  /** Brings what stands today up to date, for every collectivité that was touched. @returns how many events were new */
  finish(): Promise<number>;
}

/** Opens the end of history inside a transaction; nothing stands before {@link Appender.finish}. */
export function openAppender(trx: Transaction<Schema>, now: Date): Appender {
  const recordedAt = now.toISOString();
  const touched = new Set<string>();
  let added = 0;
  return {
    add: async (events) => {
      const rows = await trx
        .insertInto("onboarding_events")
        .values(
          events.map(({ corrects, evidence, agent, ...event }) => ({
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
        events.filter(({ reference }) => references.has(reference)),
      );
    },
    finish: async () => {
      for (const codes of chunks([...touched])) await project(trx, codes);
      return added;
    },
  };
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

/** At most 500 at a time. */
export function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}
