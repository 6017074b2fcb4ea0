import type { Store } from "../storage/index.ts";
import { OnboardingError } from "./error.ts";
import { stage, TURN_OF } from "./milestone.ts";
import { listPartners } from "./registry/partners.ts";
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

/** What one operator should look at. */
export interface Digest {
  /** The éditeur or shared operator; absent for what nobody carries. */
  readonly operator?: { readonly slug: string; readonly name: string };
  readonly lines: readonly DigestLine[];
}

/** A habilitation's token lives 18 months. */
const TOKEN_MONTHS = 18;
/** API Particulier writes to the demandeur on the same days. */
const REMINDERS = [90, 60, 30, 15] as const;

/** A line and the slugs of those who carry its collectivité. */
interface CarriedLine {
  readonly line: DigestLine;
  readonly carriers: readonly string[];
}

/**
 * Who is stalled for longer than usual, and whose API Particulier token ends soon or has ended: one digest per operator,
 * by name, then what nobody carries. What an éditeur and a shared operator carry together stands in the digest of both.
 */
export async function digestsOf(store: Store, today: string): Promise<readonly Digest[]> {
  const lines = await linesOf(store, today);
  const names = new Map((await listPartners(store)).map(({ slug, name }) => [slug, name]));
  const operators = [...new Set(lines.flatMap(({ carriers }) => carriers))]
    .map((slug) => ({ slug, name: names.get(slug) ?? slug }))
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
  const carried = operators.map((operator) => ({ operator, lines: carriedBy(lines, operator.slug) }));
  const orphans = lines.filter(({ carriers }) => carriers.length === 0).map(({ line }) => line);
  return orphans.length === 0 ? carried : [...carried, { lines: orphans }];
}

/**
 * The digest of one operator alone.
 *
 * @throws OnboardingError `operator_unknown`
 */
export async function digestFor(store: Store, today: string, slug: string): Promise<Digest> {
  const lines = carriedBy(await linesOf(store, today), slug);
  const partners = await listPartners(store);
  const name = partners.find((partner) => partner.slug === slug)?.name;
  if (name === undefined && lines.length === 0) {
    const slugs = partners.map((partner) => partner.slug).join(", ");
    throw new OnboardingError("operator_unknown", `no operator « ${slug} »; there are: ${slugs}`);
  }
  return { operator: { slug, name: name ?? slug }, lines };
}

/** Puts what was seen of addresses first: in the digest of the operator asked for, else in that of nobody in particular. */
export function withAddresses(
  digests: readonly Digest[],
  seen: readonly DigestLine[],
  operator?: string,
): readonly Digest[] {
  if (seen.length === 0) return digests;
  const theirs = digests.find((digest) => digest.operator?.slug === operator);
  const others = digests.filter((digest) => digest !== theirs);
  return [...others, { ...theirs, lines: [...seen, ...(theirs?.lines ?? [])] }];
}

const carriedBy = (lines: readonly CarriedLine[], slug: string) =>
  lines.filter(({ carriers }) => carriers.includes(slug)).map(({ line }) => line);

const carriersOf = (row: { readonly vendor?: string | null; readonly opsn?: string | null }) => [
  ...new Set([row.opsn, row.vendor].filter((slug) => typeof slug === "string")),
];

async function linesOf(store: Store, today: string): Promise<readonly CarriedLine[]> {
  const stalled = (await ageing(store, today)).map((row) => ({
    carriers: carriersOf(row),
    line: {
      territory: row.code,
      name: row.name,
      kind: "stalled" as const,
      message: `attend « ${stage(row.next)?.title} » depuis ${row.days} jours (habituellement ${row.usualDays}) : c’est ${TURN_OF[row.owner]} d’agir`,
    },
  }));
  return [...(await expiring(store, today)), ...stalled];
}

/** Counted from the last habilitation that stands: one that was renewed has a new token. */
async function expiring(store: Store, today: string): Promise<readonly CarriedLine[]> {
  const latest = monthsBefore(addDays(today, REMINDERS[0]), TOKEN_MONTHS);
  const corrected = store.db
    .selectFrom("onboarding_events")
    .select(({ ref }) => ref("corrects").$notNull().as("reference"))
    .where("corrects", "is not", null);
  const rows = await store.db
    .selectFrom("onboarding_events as events")
    .innerJoin("onboarding_territories as territories", "territories.code", "events.territory")
    .innerJoin("onboarding_reached as reached", (join) =>
      join
        .onRef("reached.territory", "=", "events.territory")
        .onRef("reached.milestone", "=", "events.milestone"),
    )
    .select(["code", "name", "vendor", "opsn", ({ fn }) => fn.max("events.at").as("at")])
    .where("events.milestone", "=", "habilitation-api-particulier")
    .where("events.action", "=", "reached")
    .where("events.reference", "not in", corrected)
    .groupBy(["code", "name", "vendor", "opsn"])
    .having(({ fn }) => fn.max("events.at"), "<=", latest)
    .orderBy("at")
    .orderBy("code")
    .execute();
  return rows.map(({ code, name, at, ...row }) => ({
    carriers: carriersOf(row),
    line: { territory: code, name, ...tokenOf(at, today) },
  }));
}

function tokenOf(at: string, today: string): Pick<DigestLine, "kind" | "message"> {
  const end = monthsBefore(at, -TOKEN_MONTHS);
  const left = daysBetween(today, end);
  const mark = REMINDERS.findLast((days) => left <= days);
  return left < 0
    ? { kind: "token-expired", message: `le jeton API Particulier a expiré le ${end}, sauf prolongation` }
    : {
        kind: "token-expires",
        message: `le jeton API Particulier expire le ${end}, dans ${left} jours (J-${mark}) : demander sa prolongation`,
      };
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
