import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from "kysely";
import pg from "pg";
import { StorageError } from "./error.ts";
import { PLUGINS } from "./plugins.ts";
import { fromPostgres } from "./postgres-error.ts";
import type { Schema } from "./schema.ts";
import type { Logger } from "./store.ts";

/**
 * Milliseconds. The server gives up before the client does, so that nothing keeps running there;
 * the client's own deadline is for a network that swallows packets.
 */
const TIMEOUTS = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 8_000,
  statement_timeout: 10_000,
  query_timeout: 12_000,
  idle_in_transaction_session_timeout: 30_000,
  idleTimeoutMillis: 30_000,
} as const;

/** Prepares a pool for a `postgres://` URL. Nothing is connected before the first query. */
export function openPostgres(url: string, logger?: Logger): Kysely<Schema> {
  const where = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "passerelle",
    max: 10,
    keepAlive: true,
    ...TIMEOUTS,
  });
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on("error", (cause) => {
    const error = fromPostgres(cause, where);
    const code = error instanceof StorageError ? error.code : "unknown";
    logger?.warn({ code }, "an idle database connection was lost");
  });
  return new Kysely<Schema>({
    plugins: PLUGINS,
    dialect: new PostgresDialect({
      pool: {
        connect: async () => {
          try {
            return new GuardedClient(await pool.connect(), where);
          } catch (cause) {
            throw fromPostgres(cause, where);
          }
        },
        end: () => pool.end(),
      },
    }),
  });
}

/** `host:port/database`: never the account, never the password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch (cause) {
    throw new StorageError(
      "database_url_invalid",
      "DATABASE_URL is not a URL: write postgres://user:password@host:5432/database, with special characters percent-encoded",
      { cause },
    );
  }
}

/** A connection whose errors are typed, and which is thrown away after one that may have broken it. */
class GuardedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #where: string;
  #broken: Error | undefined;

  constructor(client: pg.PoolClient, where: string) {
    this.#client = client;
    this.#where = where;
    client.on("error", this.#onError);
  }

  readonly #onError = (error: Error): void => {
    this.#broken = error;
  };

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== "string") throw new TypeError("Cursors are not configured");
    const client: PostgresPoolClient = this.#client;
    return client.query<R>(sql, parameters).catch((cause: unknown) => {
      const error = fromPostgres(cause, this.#where);
      if (error instanceof StorageError) this.#broken = error;
      throw error;
    });
  }

  release(): void {
    this.#client.off("error", this.#onError);
    this.#client.release(this.#broken);
  }
}
