import { DOSSIER_STATES, type DossierState } from "./dossier.ts";
import { type DossierRow, openApplicant, openEvent, SUMMARY_COLUMNS, summaryOf } from "./dossier-row.ts";
import type { InboxPage, InboxRequest } from "./inbox-type.ts";
import { readDossierNumber } from "./number.ts";
import { isAtCounter, isId, type Tools } from "./tools.ts";

const LIMIT = 25;
const HIGHEST_LIMIT = 100;
const DATE = /^[\d:.TZ-]+$/;

const COLUMNS = [...SUMMARY_COLUMNS, "sealed_applicant", "owner"] as const;

type Listed = Pick<DossierRow, (typeof COLUMNS)[number]>;

/** Where a page ends: the last dossier's date and id. Paging by it costs the same on every page. */
type Cursor = readonly [sentAt: string, id: string];

export async function inbox(tools: Tools, request: InboxRequest): Promise<InboxPage> {
  const limit = Math.max(1, Math.min(request.limit ?? LIMIT, HIGHEST_LIMIT));
  const found = await listed(tools, request, limit + 1);
  const page = found.slice(0, limit);
  const agents = await enteredBy(tools, page);
  const rows = await Promise.all(
    page.map(async (row) => {
      const agent = agents.get(row.id);
      return {
        ...summaryOf(row),
        applicant: await openApplicant(tools.vault, row),
        ...(agent !== undefined && { enteredBy: agent }),
      };
    }),
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
    .select([...COLUMNS])
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
    .select([...COLUMNS])
    .where("collectivite_id", "=", collectivite)
    .where("number", "=", number)
    .execute();
  return rows.filter(
    (row) =>
      (states === undefined || states.some((state) => state === row.state)) &&
      (procedure === undefined || procedure === row.procedure),
  );
}

/** Who typed in what came by the counter: only these dossiers have their first event opened. */
async function enteredBy(
  { store, vault }: Tools,
  page: readonly Listed[],
): Promise<ReadonlyMap<string, string>> {
  const typed = page.filter(isAtCounter);
  if (typed.length === 0) return new Map();
  const events = await store.db
    .selectFrom("dossier_events")
    .select(["dossier_id", "collectivite_id", "revision", "sealed"])
    .where("revision", "=", 1)
    .where(
      "dossier_id",
      "in",
      typed.map(({ id }) => id),
    )
    .execute();
  return new Map(
    await Promise.all(
      events.map(async (row): Promise<[string, string]> => {
        const { agent = "" } = await openEvent(vault, row);
        return [row.dossier_id, agent];
      }),
    ),
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
