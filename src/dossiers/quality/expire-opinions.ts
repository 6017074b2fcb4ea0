import type { Tools } from "../tools.ts";
import { addToMonth, monthOf } from "./calendar.ts";

/** Months for which a text may be read: long enough to act on it. */
export const TEXT_MONTHS = 12;
/** Months for which an opinion counts: twelve sliding ones, in quarters that may be frozen a year late. */
const OPINION_MONTHS = 24;

/** Removes tickets that were not used, texts that were read long enough, and opinions that count no more. */
export async function expireOpinions({ store, now }: Tools): Promise<number> {
  const month = monthOf(now());
  await store.db.deleteFrom("quality_tickets").where("expires_at", "<=", now().toISOString()).execute();
  const removed = await store.db
    .deleteFrom("quality_opinions")
    .where("month", "<", addToMonth(month, -OPINION_MONTHS))
    .executeTakeFirst();
  const emptied = await store.db
    .updateTable("quality_opinions")
    .set({ sealed: null })
    .where("month", "<", addToMonth(month, -TEXT_MONTHS))
    .where("sealed", "is not", null)
    .executeTakeFirst();
  return Number(removed.numDeletedRows) + Number(emptied.numUpdatedRows);
}
