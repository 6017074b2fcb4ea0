import { randomUUID } from "node:crypto";
import type { Store } from "../../storage/index.ts";
import { type Appender, CHUNK, openAppender } from "../events/append.ts";
import type { OnboardingEvent } from "../events/event.ts";
import { learnSiren } from "../registry/learn.ts";
import { createMatcher, type Matcher } from "../registry/match.ts";
import { openPartnerBook, type PartnerBook, savePartners } from "../registry/partners.ts";
import { type ColumnRule, type CsvFile, type CsvLine, csvLines, openCsvFile } from "./read-csv.ts";
import { emptyDraft, type ImportReport, type ReportDraft, unusable } from "./report.ts";

/** A kind of file: its columns, and what one line means. */
export interface FileKind<Column extends string> {
  readonly kind: ImportReport["kind"];
  readonly columns: Readonly<Record<Column, ColumnRule>>;
  /** A reason why the line cannot be used, `undefined` for a line about something else, or what it says. */
  readonly read: (values: Readonly<Record<Column, string>>) => LineMeaning | string | undefined;
}

export interface LineMeaning {
  readonly siret: string;
  readonly name: string;
  /** Names of who carries the collectivité. */
  readonly vendor?: string;
  readonly opsn?: string;
  readonly event: (code: string) => Omit<OnboardingEvent, "territory">;
}

export interface ImportRequest {
  readonly path: string;
  readonly now: Date;
  /** Told from time to time how many lines were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

const PROGRESS_EVERY = 5_000;

/**
 * Imports a whole file or nothing of it, in one transaction: lines are read, tied to the registry and written as they
 * come, and never all held at once. The same bytes a second time change nothing and give the first report again.
 *
 * @throws OnboardingError naming what is wrong with the file
 */
export async function importFile<Column extends string>(
  store: Store,
  kind: FileKind<Column>,
  request: ImportRequest,
): Promise<ImportReport> {
  const file = await openCsvFile(request.path);
  const earlier = await findReport(store, kind.kind, file.digest);
  if (earlier) return earlier;
  const draft = emptyDraft();
  const partners = await openPartnerBook(store);
  const tools = { matcher: await createMatcher(store), partners, draft };
  return store.db.transaction().execute(async (trx) => {
    const appender = openAppender(trx, request.now);
    await appendLines(kind, file, tools, appender, request);
    for (const [code, siren] of draft.learned) await learnSiren(trx, { code, siren });
    await savePartners({ db: trx }, partners.added);
    const added = await appender.finish();
    const { learned, ...counts } = draft;
    const report: ImportReport = {
      kind: kind.kind,
      digest: file.digest,
      at: request.now.toISOString(),
      added,
      ...counts,
      learned: [...learned].map(([code, siren]) => ({ code, siren })),
    };
    const written = await trx
      .insertInto("onboarding_imports")
      .values({
        id: randomUUID(),
        kind: kind.kind,
        digest: file.digest,
        at: report.at,
        report: JSON.stringify(report),
      })
      .onConflict((conflict) => conflict.columns(["kind", "digest"]).doNothing())
      .executeTakeFirst();
    return Number(written.numInsertedOrUpdatedRows ?? 0) === 0 ? { ...report, again: true } : report;
  });
}

/** What ties lines to the registry, and notes how it went. */
interface Tools {
  readonly matcher: Matcher;
  readonly partners: PartnerBook;
  readonly draft: ReportDraft;
}

async function appendLines<Column extends string>(
  kind: FileKind<Column>,
  file: CsvFile,
  tools: Tools,
  appender: Appender,
  { onProgress }: ImportRequest,
): Promise<void> {
  const { draft } = tools;
  let events: OnboardingEvent[] = [];
  for await (const line of csvLines(file, kind.columns)) {
    draft.lines += 1;
    if (draft.lines % PROGRESS_EVERY === 0) onProgress?.(draft.lines, file.lines);
    const event = readLine(kind, line, tools);
    if (event) events.push(event);
    if (events.length < CHUNK) continue;
    await appender.add(events);
    events = [];
  }
  if (events.length > 0) await appender.add(events);
  onProgress?.(draft.lines, draft.lines);
}

function readLine<Column extends string>(
  kind: FileKind<Column>,
  { line, values }: CsvLine<Column>,
  { matcher, partners, draft }: Tools,
): OnboardingEvent | undefined {
  const meaning = kind.read(values);
  if (meaning === undefined) {
    draft.ignored += 1;
    return undefined;
  }
  if (typeof meaning === "string") {
    unusable(draft, line, meaning);
    return undefined;
  }
  const match = matcher.match(meaning.siret, meaning.name);
  if (!("code" in match)) {
    unusable(draft, line, UNMATCHED[match.outcome]);
    return undefined;
  }
  if (match.outcome === "merged") draft.merged.push({ line, former: match.former, code: match.code });
  if (match.outcome === "learned") draft.learned.set(match.code, match.siren);
  draft.matched += 1;
  const event = meaning.event(match.code);
  const carriers = {
    ...(meaning.vendor && { vendor: partners.slugOf("vendor", meaning.vendor) }),
    ...(meaning.opsn && { opsn: partners.slugOf("opsn", meaning.opsn) }),
  };
  return { territory: match.code, ...event, evidence: { ...event.evidence, ...carriers } };
}

const UNMATCHED = {
  malformed: "le SIRET n’a pas 14 chiffres",
  "not-a-collectivite": "le SIREN n’est pas celui d’une collectivité territoriale",
  unknown: "le SIREN est inconnu du registre",
} as const;

async function findReport(store: Store, kind: string, digest: string): Promise<ImportReport | undefined> {
  const row = await store.db
    .selectFrom("onboarding_imports")
    .select("report")
    .where("kind", "=", kind)
    .where("digest", "=", digest)
    .executeTakeFirst();
  return row && { ...(JSON.parse(row.report) as ImportReport), again: true };
}
