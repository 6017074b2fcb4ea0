import { DOSSIER_STATES, type DossierState } from "./dossier.ts";
import { type DossierRow, openApplicant, SUMMARY_COLUMNS, summaryOf } from "./dossier-row.ts";
import type { InboxPage, InboxRequest } from "./inbox-type.ts";
import { readDossierNumber } from "./number.ts";
import { isId, type Tools } from "./tools.ts";

const LIMIT = 25;
const HIGHEST_LIMIT = 100;
const DATE = /^[\d:.TZ-]+$/;

type Listed = Pick<DossierRow, (typeof SUMMARY_COLUMNS)[number] | "sealed_applicant">;

/** Where a page ends: the last dossier's date and id. Paging by it costs the same on every page. */
type Cursor = readonly [sentAt: string, id: string];

export async function inbox(tools: Tools, request: InboxRequest): Promise<InboxPage> {
  const limit = Math.max(1, Math.min(request.limit ?? LIMIT, HIGHEST_LIMIT));
  const found = await listed(tools, request, limit + 1);
  const page = found.slice(0, limit);
  const rows = await Promise.all(
    page.map(async (row) => ({ ...summaryOf(row), applicant: await openApplicant(tools.vault, row) })),
  );
  const last = page.at(-1);
  return { rows, ...(found.length > limit && last && { next: writeCursor([last.sent_at, last.id]) }) };
}

async function listed(tools: Tools, request: InboxRequest, limit: number): Promise<Listed[]> {
  if (request.number !== undefined) return byNumber(tools, request, request.number);
  const { states, procedure } = request;
  if (states === undefined && procedure === undefined) return inOrder(tools, request, undefined, limit);
  // Each state has its stretch of the index: the first of each, merged, are the first of all.
  const stretches = await Promise.all(
    [...new Set(states ?? DOSSIER_STATES)].map((state) => inOrder(tools, request, state, limit)),
  );
  const direction = request.order === "newest" ? -1 : 1;
  return stretches
    .flat()
    .sort((a, b) => direction * compare([a.sent_at, a.id], [b.sent_at, b.id]))
    .slice(0, limit);
}

function inOrder(
  { store }: Tools,
  { collectivite, procedure, order = "oldest", after }: InboxRequest,
  state: DossierState | undefined,
  limit: number,
): Promise<Listed[]> {
  const cursor = after === undefined ? undefined : readCursor(after);
  const direction = order === "oldest" ? "asc" : "desc";
  let query = store.db
    .selectFrom("dossiers")
    .select([...SUMMARY_COLUMNS, "sealed_applicant"])
    .where("collectivite_id", "=", collectivite);
  if (procedure !== undefined) query = query.where("procedure", "=", procedure);
  if (state !== undefined) query = query.where("state", "=", state);
  if (cursor) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("sent_at", "id"), order === "oldest" ? ">" : "<", tuple(...cursor)),
    );
  }
  return query.orderBy("sent_at", direction).orderBy("id", direction).limit(limit).execute();
}

/** By its whole number only: nobody is searched for. */
async function byNumber(
  { store }: Tools,
  { collectivite, states, procedure }: InboxRequest,
  typed: string,
): Promise<Listed[]> {
  const number = readDossierNumber(typed);
  if (number === undefined) return [];
  const rows = await store.db
    .selectFrom("dossiers")
    .select([...SUMMARY_COLUMNS, "sealed_applicant"])
    .where("collectivite_id", "=", collectivite)
    .where("number", "=", number)
    .execute();
  return rows.filter(
    (row) =>
      (states === undefined || states.some((state) => state === row.state)) &&
      (procedure === undefined || procedure === row.procedure),
  );
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** A cursor that was tampered with begins at the first page; it never leaves the collectivité anyway. */
function readCursor(text: string): Cursor | undefined {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const [sentAt, id] = Array.isArray(cursor) ? (cursor as unknown[]) : [];
    return typeof sentAt === "string" && DATE.test(sentAt) && typeof id === "string" && isId(id)
      ? [sentAt, id]
      : undefined;
  } catch {
    return undefined;
  }
}

function compare(a: Cursor, b: Cursor): number {
  const [left, right] = a[0] === b[0] ? [a[1], b[1]] : [a[0], b[0]];
  return left < right ? -1 : left > right ? 1 : 0;
}
