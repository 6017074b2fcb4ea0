import { randomUUID } from "node:crypto";
import type { Store, Vault } from "../storage/index.ts";
import { checkInput } from "./check-input.ts";
import type { Collectivite } from "./collectivite.ts";
import { CollectiviteError } from "./error.ts";
import type { CollectiviteInput } from "./registry.ts";
import { columnsOf, fromRow, type Row, sealCredentials } from "./row.ts";
import { slugOf } from "./slug.ts";

type Db = Store["db"];

interface Tools {
  readonly store: Store;
  readonly vault: Vault;
  readonly now: () => Date;
}

/** Adds a collectivité, or updates the one with this SIRET or, where its seat has moved, this SIREN. */
export async function saveCollectivite(tools: Tools, input: CollectiviteInput): Promise<Collectivite> {
  checkInput(input);
  const known = await findKnown(tools.store.db, input);
  const row = known ? await update(tools, input, known) : await insert(tools, input);
  // Another process has just inserted the same one: it is known now.
  return row ? fromRow(row) : saveCollectivite(tools, input);
}

async function findKnown(db: Db, { siret }: CollectiviteInput): Promise<Row | undefined> {
  const rows = await db
    .selectFrom("collectivites")
    .selectAll()
    .where("siren", "=", siret.slice(0, 9))
    .execute();
  return rows.find((row) => row.siret === siret) ?? (rows.length === 1 ? rows[0] : undefined);
}

async function update(
  { store, vault, now }: Tools,
  input: CollectiviteInput,
  known: Row,
): Promise<Row | undefined> {
  await refuseTaken(store.db, input, known.id);
  const sealed = input.credentials && (await sealCredentials(vault, known.id, input.credentials));
  return store.db
    .updateTable("collectivites")
    .set({ ...columnsOf(input, sealed, known), updated_at: now().toISOString() })
    .where("id", "=", known.id)
    .returningAll()
    .executeTakeFirst();
}

async function insert({ store, vault, now }: Tools, input: CollectiviteInput): Promise<Row | undefined> {
  const id = randomUUID();
  await refuseTaken(store.db, input, id);
  const sealed = input.credentials && (await sealCredentials(vault, id, input.credentials));
  const at = now().toISOString();
  const row: Row = {
    id,
    slug: await freeSlug(store.db, input),
    host: null,
    sealed: null,
    created_at: at,
    updated_at: at,
    ...columnsOf(input, sealed, undefined),
  };
  return store.db
    .insertInto("collectivites")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

async function refuseTaken(db: Db, input: CollectiviteInput, id: string): Promise<void> {
  for (const column of ["slug", "host"] as const) {
    const value = input[column];
    if (value === undefined) continue;
    const other = await db
      .selectFrom("collectivites")
      .select("name")
      .where(column, "=", value)
      .where("id", "!=", id)
      .executeTakeFirst();
    if (other)
      throw new CollectiviteError(`${column}_taken`, `« ${value} » already belongs to ${other.name}`);
  }
}

/** Many communes share a name: the second one's address carries its SIREN. */
async function freeSlug(db: Db, { slug, name, siret }: CollectiviteInput): Promise<string> {
  if (slug !== undefined) return slug;
  const wanted = slugOf(name);
  const taken = await db
    .selectFrom("collectivites")
    .select("id")
    .where("slug", "=", wanted)
    .executeTakeFirst();
  return taken ? `${wanted}-${siret.slice(0, 9)}` : wanted;
}
