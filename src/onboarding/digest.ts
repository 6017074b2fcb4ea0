import type { Store } from "../storage/index.ts";
import { stage, TURN_OF } from "./milestone.ts";
import { ageing } from "./statistics/ageing.ts";
import { addDays, daysBetween } from "./statistics/calendar.ts";

/** One thing to look at, in words for an operator's mail. */
export interface DigestLine {
  /** The registry's code; absent where it is about an address. */
  readonly territory?: string;
  readonly name: string;
  readonly kind: "stalled" | "token-expires" | "token-expired" | "address";
  readonly message: string;
}

/** A habilitation's token lives 18 months. */
const TOKEN_MONTHS = 18;
/** API Particulier writes to the demandeur on the same days. */
const REMINDERS = [90, 60, 30, 15] as const;

/** Who is stalled for longer than usual, and whose API Particulier token ends soon or has ended. */
export async function digestOf(store: Store, today: string): Promise<readonly DigestLine[]> {
  const stalled = (await ageing(store, today)).map(({ code, name, days, next, usualDays, owner }) => ({
    territory: code,
    name,
    kind: "stalled" as const,
    message: `attend « ${stage(next)?.title} » depuis ${days} jours (habituellement ${usualDays}) : c’est ${TURN_OF[owner]} d’agir`,
  }));
  return [...(await expiring(store, today)), ...stalled];
}

async function expiring(store: Store, today: string): Promise<readonly DigestLine[]> {
  const latest = monthsBefore(addDays(today, REMINDERS[0]), TOKEN_MONTHS);
  const rows = await store.db
    .selectFrom("onboarding_reached")
    .innerJoin("onboarding_territories", "onboarding_territories.code", "onboarding_reached.territory")
    .select(["onboarding_territories.code", "onboarding_territories.name", "onboarding_reached.at"])
    .where("onboarding_reached.milestone", "=", "habilitation-api-particulier")
    .where("onboarding_reached.at", "<=", latest)
    .orderBy("onboarding_reached.at")
    .execute();
  return rows.map(({ code, name, at }) => {
    const end = monthsBefore(at, -TOKEN_MONTHS);
    const left = daysBetween(today, end);
    const mark = REMINDERS.findLast((days) => left <= days);
    return left < 0
      ? {
          territory: code,
          name,
          kind: "token-expired",
          message: `le jeton API Particulier a expiré le ${end}, sauf prolongation`,
        }
      : {
          territory: code,
          name,
          kind: "token-expires",
          message: `le jeton API Particulier expire le ${end}, dans ${left} jours (J-${mark}) : demander sa prolongation`,
        };
  });
}

/** The same day of the month, `months` earlier; the last day where the month is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) - months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
