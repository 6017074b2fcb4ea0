import type { DossierState, Dossiers } from "../../dossiers/index.ts";

/** One line of the statistics. */
export interface StatisticsRow {
  readonly slug: string;
  readonly title: string;
  readonly received: number;
  readonly counts: Readonly<Record<DossierState, number>>;
  /** When the oldest dossier to treat was sent. */
  readonly oldest?: string;
}

/**
 * Counts per procedure, from the index alone: no form is opened for it.
 */
export async function statisticsOf(
  dossiers: Pick<Dossiers, "counts" | "inbox">,
  collectivite: string,
  procedures: readonly { readonly slug: string; readonly title: string }[],
): Promise<readonly StatisticsRow[]> {
  return Promise.all(
    procedures.map(async ({ slug, title }) => {
      const [counts, oldest] = await Promise.all([
        dossiers.counts({ collectivite, procedure: slug }),
        oldestToTreat(dossiers, collectivite, slug),
      ]);
      const received = Object.values(counts).reduce((sum, value) => sum + value, 0);
      return { slug, title, received, counts, ...(oldest !== undefined && { oldest }) };
    }),
  );
}

/** When the dossier that waits longest was sent; undefined when none waits. */
export async function oldestToTreat(
  dossiers: Pick<Dossiers, "inbox">,
  collectivite: string,
  procedure?: string,
): Promise<string | undefined> {
  const { rows } = await dossiers.inbox({
    collectivite,
    states: ["sent", "in_review"],
    order: "oldest",
    limit: 1,
    ...(procedure !== undefined && { procedure }),
  });
  return rows[0]?.sentAt;
}
