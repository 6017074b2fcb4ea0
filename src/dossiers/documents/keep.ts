import { randomUUID } from "node:crypto";
import { DOCUMENT_LIMITS, type DocumentReference } from "../../procedures/index.ts";
import { DossierError } from "../error.ts";
import type { Db, Tools } from "../tools.ts";
import type { Documents } from "./document.ts";
import { contextOf, type DocumentRow } from "./document-row.ts";
import { examine } from "./examine.ts";
import { findHolder, lockHolder } from "./holder.ts";
import { type DocumentRefusal, isRefused, refuseDocument } from "./refusal.ts";

type Request = Parameters<Documents["keep"]>[0];

export async function keepDocument(
  tools: Tools,
  request: Request,
): Promise<DocumentReference | DocumentRefusal> {
  const { field, file } = request;
  const holder = await findHolder(tools, request);
  if (!holder)
    throw new DossierError("draft_not_found", "neither a draft nor a dossier of theirs has this id");
  if (holder.asked?.includes(field) === false) {
    throw new DossierError("field_not_requested", `a file was joined to ${field}, which no agent asked for`);
  }
  const examined = await examine(file);
  if (isRefused(examined)) return examined;
  const row = await toRow(tools, request, examined);
  const refusal = await tools.store.db.transaction().execute(async (db) => {
    // Files joined at once are counted one after the other.
    if (!(await lockHolder(db, holder, request))) {
      throw new DossierError("draft_not_found", "sent, decided or removed while a file arrived");
    }
    const full = await fullness(db, request, row.size);
    if (full === undefined) await db.insertInto("documents").values(row).execute();
    return full;
  });
  return refusal ?? { id: row.id, name: examined.name, type: row.type, size: row.size };
}

async function toRow(
  { vault, now }: Tools,
  { collectivite, id, field, file }: Request,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<DocumentRow> {
  const place = { id: randomUUID(), collectivite_id: collectivite, dossier_id: id, field };
  return {
    ...place,
    type,
    size: file.bytes.length,
    received_at: now().toISOString(),
    sealed_name: await vault.seal(name, contextOf("sealed_name", place)),
    sealed: await vault.sealBytes(file.bytes, contextOf("sealed", place)),
  };
}

/** Why one more file of this size is one too many. */
async function fullness(
  db: Db,
  { collectivite, id, file }: Request,
  size: number,
): Promise<DocumentRefusal | undefined> {
  const { count, bytes } = await db
    .selectFrom("documents")
    .select(({ fn }) => [
      fn.countAll<number | string>().as("count"),
      fn.sum<number | string | null>("size").as("bytes"),
    ])
    .where("dossier_id", "=", id)
    .where("collectivite_id", "=", collectivite)
    .executeTakeFirstOrThrow();
  if (Number(count) >= DOCUMENT_LIMITS.filesPerDossier) {
    return refuseDocument("documents_too_many", file.name);
  }
  const fits = Number(bytes) + size <= DOCUMENT_LIMITS.bytesPerDossier;
  return fits ? undefined : refuseDocument("documents_too_heavy", file.name);
}
