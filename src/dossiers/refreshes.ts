import { advance } from "./advance.ts";
import { reopened } from "./decide.ts";
import type { Dossier } from "./dossier.ts";
import { type DossierRow, openContent } from "./dossier-row.ts";
import { DossierError } from "./error.ts";
import { dossierRow } from "./find-dossier.ts";
import { record } from "./record.ts";
import type { Refreshes } from "./refreshes-type.ts";
import { isId, type Tools } from "./tools.ts";

/** How often the answer is written again when somebody else moved the dossier in between. */
const ATTEMPTS = 5;

export function createRefreshes(tools: Tools): Refreshes {
  return {
    take: (request) => take(tools, request),
    waits: (request) => waits(tools, request),
    keep: (request) => keep(tools, request),
  };
}

async function take(
  tools: Tools,
  { collectivite, id, source, until }: Parameters<Refreshes["take"]>[0],
): ReturnType<Refreshes["take"]> {
  const { store, now } = tools;
  if (!(await dossierRow(store.db, collectivite, id))) {
    throw new DossierError("dossier_not_found", "no dossier of this collectivité has this id");
  }
  const again_at = until.toISOString();
  const taken = await store.db
    .insertInto("source_refreshes")
    .values({ dossier_id: id, source, again_at })
    .onConflict((conflict) =>
      conflict
        .columns(["dossier_id", "source"])
        .doUpdateSet({ again_at })
        // Two agents at once: the second finds it taken.
        .where("source_refreshes.again_at", "<=", now().toISOString()),
    )
    .returning("source")
    .executeTakeFirst();
  if (taken) return { taken: true };
  const again = (await waits(tools, { collectivite, id }))[source];
  return { taken: false, again: again ?? again_at };
}

async function waits(
  { store }: Tools,
  { collectivite, id }: Parameters<Refreshes["waits"]>[0],
): Promise<Readonly<Record<string, string>>> {
  if (!isId(id)) return {};
  const rows = await store.db
    .selectFrom("source_refreshes")
    .innerJoin("dossiers", "dossiers.id", "source_refreshes.dossier_id")
    .select(["source_refreshes.source", "source_refreshes.again_at"])
    .where("source_refreshes.dossier_id", "=", id)
    .where("dossiers.collectivite_id", "=", collectivite)
    .execute();
  return Object.fromEntries(rows.map(({ source, again_at }) => [source, again_at]));
}

type Answer = Parameters<Refreshes["keep"]>[0];

async function keep(tools: Tools, answer: Answer): Promise<Dossier | undefined> {
  const { collectivite, id, source, again } = answer;
  const written = await write(tools, answer);
  await tools.store.db
    .updateTable("source_refreshes")
    .set({ again_at: again.toISOString() })
    .where("dossier_id", "=", id)
    .where("source", "=", source)
    .execute();
  return written ? reopened(tools, collectivite, id) : undefined;
}

/** As an event and its trace; where it cannot be one any more, as a trace alone: the source was asked all the same. */
async function write(tools: Tools, answer: Answer): Promise<boolean> {
  for (let attempt = 1; answer.read !== undefined && attempt <= ATTEMPTS; attempt++) {
    const row = await dossierRow(tools.store.db, answer.collectivite, answer.id);
    if (!row || row.expires_at !== null) break;
    try {
      await writeEvent(tools, row, answer, answer.read);
      return true;
    } catch (error) {
      if (!(error instanceof DossierError)) throw error;
    }
  }
  const { collectivite, id, agent, purpose, fields, call } = answer;
  const row = await dossierRow(tools.store.db, collectivite, id);
  await tools.store.db.transaction().execute((db) =>
    record(tools, db, {
      collectivite,
      actor: { kind: "agent", ...agent },
      action: "refreshed",
      dossier: id,
      ...(row && { procedure: row.procedure }),
      purpose,
      fields,
      call,
    }),
  );
  return false;
}

async function writeEvent(
  tools: Tools,
  row: DossierRow,
  { agent, purpose, remark, fields, call }: Answer,
  read: NonNullable<Answer["read"]>,
): Promise<void> {
  const { form } = await openContent(tools.vault, row);
  await advance(tools, row, {
    type: "refreshed",
    action: "refreshed",
    actor: { kind: "agent", ...agent },
    fields,
    read: read(form),
    ...(remark !== undefined && { reason: remark }),
    trace: { purpose, call },
  });
}
