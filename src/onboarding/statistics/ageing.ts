import type { Store } from "../../storage/index.ts";
import { MILESTONES, type Owner } from "../milestone.ts";
import { daysBetween } from "./calendar.ts";

/** A collectivité that has not moved for a while. */
export interface AgeingRow {
  readonly code: string;
  readonly name: string;
  readonly departement?: string;
  readonly vendor?: string;
  readonly opsn?: string;
  /** The last milestone reached, and when. */
  readonly stage: string;
  readonly since: string;
  readonly days: number;
  readonly next: string;
  readonly owner: Owner;
  readonly usualDays: number;
}

/** Which of them; all without one. */
export interface AgeingFilter {
  /** Slug of the milestone that they wait for. */
  readonly next?: string;
  /** Slug of an éditeur or shared operator. */
  readonly operator?: string;
  /** Code of a département. */
  readonly departement?: string;
}

/** Those that wait for longer than their next stage usually takes, the longest wait first. */
export async function ageing(
  store: Store,
  today: string,
  filter: AgeingFilter = {},
): Promise<readonly AgeingRow[]> {
  const steps = MILESTONES.slice(0, -1).flatMap(({ slug }, index) => {
    const next = MILESTONES[index + 1];
    return next && (filter.next === undefined || filter.next === next.slug) ? [{ slug, next }] : [];
  });
  const rows = await Promise.all(
    steps.map(async ({ slug, next }) => {
      const { operator, departement } = filter;
      const waiting = await store.db
        .selectFrom("onboarding_territories")
        .select(["code", "name", "departement", "vendor", "opsn", "stage_at"])
        .where("stage", "=", slug)
        .$if(departement !== undefined, (query) => query.where("departement", "=", String(departement)))
        .$if(operator !== undefined, (query) =>
          query.where((where) =>
            where.or([where("vendor", "=", String(operator)), where("opsn", "=", String(operator))]),
          ),
        )
        .execute();
      return waiting.flatMap(({ code, name, departement, vendor, opsn, stage_at }) => {
        const days = stage_at ? daysBetween(stage_at, today) : 0;
        if (!stage_at || days <= next.usualDays) return [];
        return [
          {
            code,
            name,
            ...(departement && { departement }),
            ...(vendor && { vendor }),
            ...(opsn && { opsn }),
            stage: slug,
            since: stage_at,
            days,
            next: next.slug,
            owner: next.owner,
            usualDays: next.usualDays,
          },
        ];
      });
    }),
  );
  return rows.flat().sort((a, b) => b.days - a.days || (a.code < b.code ? -1 : 1));
}
