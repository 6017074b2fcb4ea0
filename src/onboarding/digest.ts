import type { Store } from "../storage/index.ts";
import type { CarriedLine, DigestLine } from "./digest-line.ts";
import { OnboardingError } from "./error.ts";
import { stage, TURN_OF } from "./milestone.ts";
import { listPartners } from "./registry/partners.ts";
import type { Served } from "./served.ts";
import { ageing } from "./statistics/ageing.ts";
import { tokenLines } from "./token-ends.ts";

/** What one operator should look at. */
export interface Digest {
  /** The éditeur or shared operator; absent for what nobody carries. */
  readonly operator?: { readonly slug: string; readonly name: string; readonly email?: string };
  readonly lines: readonly DigestLine[];
}

/** What a digest is made of, beside the registry. */
export interface DigestSources {
  readonly served: readonly Served[];
  /** What was seen of the addresses of those that are served. */
  readonly addresses: readonly CarriedLine[];
}

/**
 * Whose portal will break, whose API Particulier token ends, who is stalled for longer than usual: one digest per
 * operator, by name, then what nobody carries. What an éditeur and a shared operator carry together stands in both.
 */
export async function digestsOf(
  store: Store,
  today: string,
  sources: DigestSources,
): Promise<readonly Digest[]> {
  const lines = await linesOf(store, today, sources);
  const partners = new Map((await listPartners(store)).map((partner) => [partner.slug, partner]));
  const operators = [...new Set(lines.flatMap(carriersOf))]
    .map((slug) => operatorOf(slug, partners.get(slug)))
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
  const carried = operators.map((operator) => ({ operator, lines: carriedBy(lines, operator.slug) }));
  const orphans = lines.filter((line) => carriersOf(line).length === 0).map(({ line }) => line);
  return orphans.length === 0 ? carried : [...carried, { lines: orphans }];
}

/**
 * The digest of one operator alone.
 *
 * @throws OnboardingError `operator_unknown`
 */
export async function digestFor(
  store: Store,
  today: string,
  slug: string,
  sources: DigestSources,
): Promise<Digest> {
  const lines = carriedBy(await linesOf(store, today, sources), slug);
  const partners = await listPartners(store);
  const known = partners.find((partner) => partner.slug === slug);
  if (known === undefined && lines.length === 0) {
    const slugs = partners.map((partner) => partner.slug).join(", ");
    throw new OnboardingError("operator_unknown", `no operator « ${slug} »; there are: ${slugs}`);
  }
  return { operator: operatorOf(slug, known), lines };
}

/** Puts what was seen of other addresses first: in the digest of the operator asked for, else in that of nobody in particular. */
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

function operatorOf(
  slug: string,
  known?: { readonly name: string; readonly email?: string },
): NonNullable<Digest["operator"]> {
  return { slug, name: known?.name ?? slug, ...(known?.email && { email: known.email }) };
}

const carriedBy = (lines: readonly CarriedLine[], slug: string) =>
  lines.filter((line) => carriersOf(line).includes(slug)).map(({ line }) => line);

const carriersOf = ({ vendor, opsn }: CarriedLine) => [
  ...new Set([opsn, vendor].filter((slug) => typeof slug === "string")),
];

async function linesOf(
  store: Store,
  today: string,
  { served, addresses }: DigestSources,
): Promise<readonly CarriedLine[]> {
  const stalled = (await ageing(store, today)).map(({ vendor, opsn, ...row }) => ({
    ...(vendor && { vendor }),
    ...(opsn && { opsn }),
    line: {
      territory: row.code,
      name: row.name,
      kind: "stalled" as const,
      message: `attend « ${stage(row.next)?.title} » depuis ${row.days} jours (habituellement ${row.usualDays}) : c’est ${TURN_OF[row.owner]} d’agir`,
    },
  }));
  return [...addresses, ...(await tokenLines(store, today, served)), ...stalled];
}
