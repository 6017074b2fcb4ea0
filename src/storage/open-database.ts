import { sql } from "kysely";
import { StorageError } from "./error.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Logger, Store } from "./store.ts";

/**
 * Opens the database of a URL: `file:data/passerelle.db` (SQLite, created where missing; `file::memory:` keeps
 * nothing) or `postgres://user:password@host/database`. PostgreSQL is only reached with the first query.
 *
 * @throws StorageError `database_url_invalid`, `file_not_writable`, `file_damaged`
 * @example
 * import { migrate, openDatabase } from "./index.ts";
 * const store = await openDatabase("file:data/passerelle.db");
 * await migrate(store);
 */
export async function openDatabase(url: string, options: { readonly logger?: Logger } = {}): Promise<Store> {
  const dialect = dialectOf(url);
  const db = dialect === "sqlite" ? await openSqlite(url) : openPostgres(url, options.logger);
  return {
    db,
    dialect,
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

function dialectOf(url: string): Store["dialect"] {
  if (/^file:./.test(url)) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgres";
  throw new StorageError(
    "database_url_invalid",
    "DATABASE_URL must begin with file: or postgres://, as in file:data/passerelle.db",
  );
}
