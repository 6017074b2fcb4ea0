import type { Store } from "../storage/index.ts";
import type { CarriedLine, DigestLine } from "./digest-line.ts";
import type { Served } from "./served.ts";
import { addDays, daysBetween, inFrench, monthsBefore } from "./statistics/calendar.ts";

/** A habilitation's token lives 18 months. */
const TOKEN_MONTHS = 18;
/** API Particulier writes to the demandeur on the same days. */
const REMINDERS = [90, 60, 30, 15] as const;

/**
 * Whose API Particulier token ends soon or has ended: by the token itself where this gateway holds it, else reckoned from
 * the last habilitation that stands, for one that was renewed has a new token. Each line says which.
 */
export async function tokenLines(
  store: Store,
  today: string,
  served: readonly Served[],
): Promise<readonly CarriedLine[]> {
  const held = new Map(
    served.flatMap(({ siren, tokenEnds }) => (tokenEnds ? [[siren, tokenEnds] as const] : [])),
  );
  const soon = addDays(today, REMINDERS[0]);
  const reckoned = (await habilitations(store, monthsBefore(soon, TOKEN_MONTHS)))
    .filter(({ siren }) => !(siren && held.has(siren)))
    .map(({ at, ...row }) => ({ ...row, end: monthsBefore(at, -TOKEN_MONTHS), basis: reckonedFrom(at) }));
  const sirens = [...held].filter(([, end]) => end <= soon).map(([siren]) => siren);
  const read = (await territories(store, sirens)).map((row) => ({
    ...row,
    end: held.get(row.siren ?? "") ?? today,
    basis: "d’après le jeton que ce portail détient",
  }));
  return [...read, ...reckoned]
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.code < b.code ? -1 : 1))
    .map(({ code, name, vendor, opsn, end, basis }) => ({
      vendor,
      opsn,
      line: { territory: code, name, ...tokenOf(end, basis, today) },
    }));
}

const reckonedFrom = (at: string) => `compté ${TOKEN_MONTHS} mois depuis l’habilitation du ${inFrench(at)}`;

function tokenOf(end: string, basis: string, today: string): Pick<DigestLine, "kind" | "message"> {
  const left = daysBetween(today, end);
  const mark = REMINDERS.findLast((days) => left <= days);
  return left < 0
    ? {
        kind: "token-expired",
        message: `le jeton API Particulier a expiré le ${inFrench(end)}, sauf prolongation (${basis})`,
      }
    : {
        kind: "token-expires",
        message: `le jeton API Particulier expire le ${inFrench(end)}, dans ${left} jours (J-${mark}) : demander sa prolongation (${basis})`,
      };
}

function territories(store: Store, sirens: readonly string[]) {
  return store.db
    .selectFrom("onboarding_territories")
    .select(["code", "siren", "name", "vendor", "opsn"])
    .where("siren", "in", sirens)
    .execute();
}

/** The last habilitation of each that stands, where it is that old. */
function habilitations(store: Store, latest: string) {
  const corrected = store.db
    .selectFrom("onboarding_events")
    .select(({ ref }) => ref("corrects").$notNull().as("reference"))
    .where("corrects", "is not", null);
  return store.db
    .selectFrom("onboarding_events as events")
    .innerJoin("onboarding_territories as territories", "territories.code", "events.territory")
    .innerJoin("onboarding_reached as reached", (join) =>
      join
        .onRef("reached.territory", "=", "events.territory")
        .onRef("reached.milestone", "=", "events.milestone"),
    )
    .select(["code", "siren", "name", "vendor", "opsn", ({ fn }) => fn.max("events.at").as("at")])
    .where("events.milestone", "=", "habilitation-api-particulier")
    .where("events.action", "=", "reached")
    .where("events.reference", "not in", corrected)
    .groupBy(["code", "siren", "name", "vendor", "opsn"])
    .having(({ fn }) => fn.max("events.at"), "<=", latest)
    .execute();
}
