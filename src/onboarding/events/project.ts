import { sql, type Transaction } from "kysely";
import type { Schema } from "../../storage/index.ts";
import { MILESTONES } from "../milestone.ts";

/** Place on the way; nothing for a milestone beside it. */
const RANK = sql`case milestone ${sql.join(
  MILESTONES.map(({ slug }, rank) => sql`when ${sql.lit(slug)} then ${sql.lit(rank)}`),
  sql` `,
)} end`;

/**
 * Folds the events of these collectivités into what stands today, in the database: their histories are never read here.
 * A corrected event no longer counts; a milestone told by several sources has its earliest date; a withdrawal undoes
 * what was known before it; the stage is the furthest milestone of the way, whatever was skipped: evidence comes in any order.
 */
export async function project(trx: Transaction<Schema>, codes: readonly string[]): Promise<void> {
  const ours = sql`territory in (${sql.join(codes)})`;
  await trx.deleteFrom("onboarding_reached").where("territory", "in", codes).execute();
  await sql`
    with standing as (
      select territory, milestone, sequence, action, at from onboarding_events
      where ${ours} and reference not in (
        select corrects from onboarding_events where ${ours} and corrects is not null
      )
    ), withdrawn as (
      select territory, milestone, max(sequence) as sequence from standing
      where action = 'withdrawn' group by territory, milestone
    )
    insert into onboarding_reached (territory, milestone, at)
    select standing.territory, standing.milestone, min(standing.at) from standing
    left join withdrawn
      on withdrawn.territory = standing.territory and withdrawn.milestone = standing.milestone
    where standing.action = 'reached'
      and (withdrawn.sequence is null or standing.sequence > withdrawn.sequence)
    group by standing.territory, standing.milestone
  `.execute(trx);
  const furthest = (column: "milestone" | "at") => sql`(
    select ${sql.ref(column)} from onboarding_reached
    where territory = code and ${RANK} is not null order by ${RANK} desc limit 1
  )`;
  await sql`
    update onboarding_territories set stage = ${furthest("milestone")}, stage_at = ${furthest("at")}
    where code in (${sql.join(codes)})
  `.execute(trx);
}
