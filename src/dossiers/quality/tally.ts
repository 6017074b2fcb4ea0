import type { Db } from "../tools.ts";
import { monthOf } from "./calendar.ts";

/**
 * What is counted. The detail says of what: a step, the origin of a value, a source, a route and its outcome.
 *
 * - `opened`: drafts begun; each of them is still there, or ended in one of the next four;
 * - `sent`: by the citizen; `entered`: by an agent at the counter;
 * - `abandoned`: removed or expired, by the furthest step that was sent; `merged`: became part of another draft;
 * - `fields`: values in the forms sent; `prefilled`, `corrected`, `contested`: those of them, by origin;
 * - `spared`: documents that nobody had to give, by source;
 * - `fetched`: calls to API Particulier, by route and outcome.
 */
export const MEASURES = [
  "opened",
  "sent",
  "entered",
  "abandoned",
  "merged",
  "fields",
  "prefilled",
  "corrected",
  "contested",
  "spared",
  "fetched",
] as const;
export type Measure = (typeof MEASURES)[number];

/** So many more of something. */
export interface Tally {
  readonly measure: Measure;
  readonly detail?: string;
  readonly by?: number;
}

/** Where and when it is counted. */
export interface TallyPlace {
  readonly collectivite: string;
  readonly procedure: string;
  readonly now: Date;
}

/**
 * Adds to the counts, within the transaction that does what is counted: both are written, or neither is.
 * Call it after the counts of dossiers and before the journal, like every other writer.
 */
export async function tally(
  db: Db,
  { collectivite, procedure, now }: TallyPlace,
  tallies: readonly Tally[],
): Promise<void> {
  const sums = new Map<string, { readonly measure: Measure; readonly detail: string; by: number }>();
  for (const { measure, detail = "", by = 1 } of tallies) {
    const sum = sums.get(`${measure} ${detail}`) ?? { measure, detail, by: 0 };
    sums.set(`${measure} ${detail}`, { ...sum, by: sum.by + by });
  }
  // In one order everywhere: two transactions never wait for each other's counts.
  for (const [, { measure, detail, by }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await db
      .insertInto("quality_counts")
      .values({ collectivite_id: collectivite, procedure, month: monthOf(now), measure, detail, count: by })
      .onConflict((conflict) =>
        conflict
          .columns(["collectivite_id", "month", "procedure", "measure", "detail"])
          .doUpdateSet((eb) => ({ count: eb("quality_counts.count", "+", by) })),
      )
      .execute();
  }
}
