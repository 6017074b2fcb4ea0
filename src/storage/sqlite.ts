import { constants } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Kysely } from "kysely";
import Database from "libsql";
import { StorageError } from "./error.ts";
import { PLUGINS } from "./plugins.ts";
import type { Schema } from "./schema.ts";
import { PatientSqliteDialect } from "./sqlite-dialect.ts";
import { fromSqlite } from "./sqlite-error.ts";

/** How long opening waits for another process, in milliseconds. */
const OPEN_TIMEOUT = 5_000;

/**
 * FULL: what was committed is on the disk, even when the power fails.
 * SQLite's own wait for a lock stops the whole process: it is kept short, the dialect waits instead.
 */
const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 20",
] as const;

/** Opens (or creates, readable by this user only) the SQLite file of a `file:` URL. */
export async function openSqlite(url: string): Promise<Kysely<Schema>> {
  const path = pathOf(url);
  if (path !== ":memory:") await prepareFile(path);
  return new Kysely<Schema>({ dialect: new PatientSqliteDialect(connect(path), path), plugins: PLUGINS });
}

function pathOf(url: string): string {
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
    const native = new Database(path, { timeout: OPEN_TIMEOUT });
    for (const pragma of PRAGMAS) native.pragma(pragma);
    return native;
  } catch (cause) {
    throw fromSqlite(cause, path);
  }
}
