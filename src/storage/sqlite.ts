import { constants } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from "kysely";
import Database from "libsql";
import { StorageError } from "./error.ts";
import type { Schema } from "./schema.ts";
import { fromSqlite } from "./sqlite-error.ts";

/** How long a process waits for another one that writes, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/** FULL: what was committed is on the disk, even when the power fails. */
const PRAGMAS = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"] as const;

/** SQLite's DDL is transactional; kysely leaves it out of transactions unless told, and two processes then race. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Opens (or creates, readable by this user only) the SQLite file of a `file:` URL. */
export async function openSqlite(url: string): Promise<Kysely<Schema>> {
  const path = sqlitePath(url);
  if (path !== ":memory:") await prepareFile(path);
  const native = connect(path);
  return new Kysely<Schema>({ dialect: new Dialect({ database: guarded(native, path) }) });
}

function sqlitePath(url: string): string {
  if (url.startsWith("file://")) return fileURLToPath(url);
  const path = url.slice("file:".length);
  return path === ":memory:" ? path : resolve(path);
}

async function prepareFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    await file.close();
  } catch (cause) {
    throw new StorageError(
      "file_not_writable",
      `${path} cannot be written: give this user the right to write it and its folder, or choose another DATABASE_URL`,
      { cause },
    );
  }
}

function connect(path: string): Database.Database {
  try {
    const native = new Database(path, { timeout: BUSY_TIMEOUT });
    for (const pragma of PRAGMAS) native.pragma(pragma);
    return native;
  } catch (cause) {
    throw fromSqlite(cause, path);
  }
}

function guarded(native: Database.Database, path: string): SqliteDatabase {
  const translated = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw fromSqlite(cause, path);
    }
  };
  return {
    close: () => {
      native.close();
    },
    prepare: (sql) => {
      const statement = translated(() => native.prepare(adapted(sql, native)));
      return {
        reader: statement.reader,
        all: (parameters) => translated(() => statement.all(parameters)),
        run: (parameters) => translated(() => statement.run(parameters)),
        iterate: (parameters) => translated(() => statement.iterate(parameters)),
      };
    },
  };
}

/**
 * A transaction takes the write lock when it begins: one that reads first and writes later would be refused
 * as soon as another process wrote in between. SQLite has already rolled back by itself when the disk is full.
 */
function adapted(sql: string, native: Database.Database): string {
  if (sql === "begin") return "begin immediate";
  if (sql === "rollback" && !native.inTransaction) return "select 1";
  return sql;
}
