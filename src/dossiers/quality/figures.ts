import type { Tools } from "../tools.ts";
import type { Months } from "./calendar.ts";
import { furthestStep } from "./steps.ts";
import type { Measure } from "./tally.ts";

/** How often, by detail: by step, by origin, by source, by route and outcome. */
export type Counts = Readonly<Record<string, number>>;

/** What was counted of one procedure; a measure that never happened is absent. */
export type Figures = Readonly<Partial<Record<Measure, Counts>>>;

/** Drafts that are neither sent nor abandoned yet. */
export interface DraftFigures {
  readonly underWay: number;
  /** Those that nobody has touched for a while, by furthest step. */
  readonly idle: Counts;
}

/** Days without a change after which a draft is idle; after thirty it is removed, and counted as abandoned. */
export const IDLE_DAYS = 7;

/** All of a measure, whatever its details. */
export function sumOf(counts: Counts = {}): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What was counted in these months, by procedure. */
export async function readFigures(
  { store }: Tools,
  { collectivite, from, to }: Months & { readonly collectivite: string },
): Promise<ReadonlyMap<string, Figures>> {
  const rows = await store.db
    .selectFrom("quality_counts")
    .select(["procedure", "measure", "detail", ({ fn }) => fn.sum<number | string>("count").as("count")])
    .where("collectivite_id", "=", collectivite)
    .where("month", ">=", from)
    .where("month", "<=", to)
    .groupBy(["procedure", "measure", "detail"])
    .orderBy("detail")
    .execute();
  const figures = new Map<string, Partial<Record<Measure, Record<string, number>>>>();
  for (const { procedure, measure, detail, count } of rows) {
    const known = figures.get(procedure) ?? {};
    known[measure as Measure] = { ...known[measure as Measure], [detail]: Number(count) };
    figures.set(procedure, known);
  }
  return figures;
}

/** The drafts as they are now, by procedure: no seal is opened. */
export async function readDraftFigures(
  { store, now }: Tools,
  { collectivite }: { readonly collectivite: string },
): Promise<ReadonlyMap<string, DraftFigures>> {
  const quiet = new Date(now().getTime() - IDLE_DAYS * 86_400_000).toISOString();
  const rows = await store.db
    .selectFrom("drafts")
    .select(({ fn, eb }) => [
      "procedure" as const,
      "steps" as const,
      fn.countAll<number | string>().as("count"),
      fn.sum<number | string>(eb.case().when("updated_at", "<=", quiet).then(1).else(0).end()).as("idle"),
    ])
    .where("collectivite_id", "=", collectivite)
    .where("expires_at", ">", now().toISOString())
    .groupBy(["procedure", "steps"])
    .execute();
  const figures = new Map<string, { underWay: number; idle: Record<string, number> }>();
  for (const { procedure, steps, count, idle } of rows) {
    const known = figures.get(procedure) ?? { underWay: 0, idle: {} };
    known.underWay += Number(count);
    const step = furthestStep(steps);
    if (Number(idle) > 0) known.idle[step] = (known.idle[step] ?? 0) + Number(idle);
    figures.set(procedure, known);
  }
  return figures;
}
