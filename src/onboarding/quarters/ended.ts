import type { Campaign } from "../campaign.ts";
import { endOfQuarter, quarterOf } from "../statistics/calendar.ts";

/** What a reader can take in, and what one request may freeze. */
const MOST = 24;

/** The quarters of a campaign that have ended, the oldest first: at most the last six years of them. */
export function endedQuarters({ start }: Pick<Campaign, "start">, today: string): readonly string[] {
  const ended: string[] = [];
  for (let quarter = quarterOf(start); (endOfQuarter(quarter) ?? today) < today; quarter = after(quarter))
    ended.push(quarter);
  return ended.slice(-MOST);
}

function after(quarter: string): string {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}
