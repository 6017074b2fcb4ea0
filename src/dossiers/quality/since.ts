import { sql } from "kysely";
import type { Tools } from "../tools.ts";

/** When the counting began here: when its tables were made. ISO 8601, UTC. */
export async function countedSince({ store }: Pick<Tools, "store">): Promise<string> {
  const { rows } = await sql<{ timestamp: string }>`
    select timestamp from kysely_migration where name = '0210-quality'`.execute(store.db);
  const [migration] = rows;
  if (!migration) throw new Error("The tables of quality were never made: migrate() comes first");
  return new Date(migration.timestamp).toISOString();
}
