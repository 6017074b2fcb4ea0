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

/** Those that wait for longer than their next stage usually takes, the longest wait first; all of them without a limit. */
export async function ageing(store: Store, today: string, limit?: number): Promise<readonly AgeingRow[]> {
  const rows = await Promise.all(
    MILESTONES.slice(0, -1).map(async ({ slug }, index) => {
      const next = MILESTONES[index + 1];
      if (!next) return [];
      const waiting = await store.db
        .selectFrom("onboarding_territories")
        .select(["code", "name", "departement", "vendor", "opsn", "stage_at"])
        .where("stage", "=", slug)
        .orderBy("stage_at")
        .$if(limit !== undefined, (query) => query.limit(Number(limit)))
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
  return rows
    .flat()
    .sort((a, b) => b.days - a.days || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
}
