import { ExponentialBackoff, handleWhen, retry } from "cockatiel";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import type { Database } from "libsql";
import { StorageError } from "./error.ts";
import { fromSqlite } from "./sqlite-error.ts";

/** About five seconds in all, during which other requests are served. */
const untilUnlocked = retry(
  handleWhen((error) => error instanceof StorageError && error.code === "file_locked"),
  { maxAttempts: 60, backoff: new ExponentialBackoff({ initialDelay: 5, maxDelay: 100 }) },
);

const WRITES = /^(insert|update|delete|create|alter|drop)\b/i;

/** SQLite for several processes: kysely's own, with typed errors, transactional migrations, and patience. */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #native: Database;
  readonly #path: string;

  constructor(native: Database, path: string) {
    super({ database: translated(native, path) });
    this.#native = native;
    this.#path = path;
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#native, this.#path);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite's DDL is transactional; kysely leaves it out of transactions unless told, and two processes then race. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Every write takes the lock first (`begin immediate`), and waits for it without stopping the process.
 * A transaction that reads first and writes later would be refused as soon as another process wrote in between;
 * and a lone statement refused in the middle stays open in libsql, and spoils the next commit.
 */
class PatientDriver extends SqliteDriver {
  readonly #native: Database;
  readonly #path: string;

  constructor(native: Database, path: string) {
    super({ database: translated(native, path) });
    this.#native = native;
    this.#path = path;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: <R>(query: CompiledQuery) =>
        WRITES.test(query.sql) && !this.#native.inTransaction
          ? this.#alone<R>(connection, query)
          : connection.executeQuery<R>(query),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  override beginTransaction(): Promise<void> {
    return untilUnlocked.execute(async () => this.#exec("begin immediate"));
  }

  override async commitTransaction(): Promise<void> {
    this.#exec("commit");
  }

  override async rollbackTransaction(): Promise<void> {
    // SQLite has already rolled back by itself when the disk is full.
    if (this.#native.inTransaction) this.#exec("rollback");
  }

  async #alone<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    await this.beginTransaction();
    try {
      const result = await connection.executeQuery<R>(query);
      await this.commitTransaction();
      return result;
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
  }

  #exec(sql: string): void {
    translate(this.#path, () => this.#native.exec(sql));
  }
}

function translated(native: Database, path: string): SqliteDatabase {
  return {
    close: () => {
      native.close();
    },
    prepare: (sql) => {
      const statement = translate(path, () => native.prepare(sql));
      return {
        reader: statement.reader,
        all: (parameters) => translate(path, () => statement.all(parameters)),
        run: (parameters) => translate(path, () => statement.run(parameters)),
        iterate: (parameters) => translate(path, () => statement.iterate(parameters)),
      };
    },
  };
}

function translate<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw fromSqlite(cause, path);
  }
}
