import { DOSSIER_STATES, type DossierState } from "./dossier.ts";
import type { Dossiers } from "./dossiers-type.ts";
import type { Db, Tools } from "./tools.ts";

export async function counts(
  { store }: Tools,
  { collectivite, procedure }: Parameters<Dossiers["counts"]>[0],
): Promise<Readonly<Record<DossierState, number>>> {
  let query = store.db
    .selectFrom("dossier_counts")
    .select(({ fn }) => ["state" as const, fn.sum<number | string>("count").as("count")])
    .where("collectivite_id", "=", collectivite);
  if (procedure !== undefined) query = query.where("procedure", "=", procedure);
  const rows = await query.groupBy("state").execute();
  const found = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  const known = DOSSIER_STATES.map((state) => [state, found.get(state) ?? 0]);
  return Object.fromEntries(known) as Record<DossierState, number>;
}

/** So many more dossiers in this state; fewer where negative. */
export interface CountChange {
  readonly collectivite_id: string;
  readonly procedure: string;
  readonly state: string;
  readonly by: number;
}

/** Where a dossier is counted. */
export function countedIn({
  collectivite_id,
  procedure,
  state,
}: Omit<CountChange, "by">): Omit<CountChange, "by"> {
  return { collectivite_id, procedure, state };
}

/** Keeps the counts, within the transaction that moves the dossiers; before the journal's row, which comes last. */
export async function recount(db: Db, changes: readonly CountChange[]): Promise<void> {
  const sums = new Map<string, CountChange>();
  for (const change of changes) {
    const key = [change.collectivite_id, change.procedure, change.state].join(" ");
    sums.set(key, { ...change, by: change.by + (sums.get(key)?.by ?? 0) });
  }
  // In one order everywhere: two transactions never wait for each other's counts.
  for (const [, { by, ...row }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await db
      .insertInto("dossier_counts")
      .values({ ...row, count: by })
      .onConflict((conflict) =>
        conflict
          .columns(["collectivite_id", "procedure", "state"])
          .doUpdateSet((eb) => ({ count: eb("dossier_counts.count", "+", by) })),
      )
      .execute();
  }
}
