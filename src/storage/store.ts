import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** `sqlite`: one file, one machine. `postgres`: several processes. The same repositories run on both. */
export type DialectName = "sqlite" | "postgres";

/** An open database. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
  /** Asks the database for one row; rejects with a {@link StorageError} where it does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The part of pino that storage uses. */
export interface Logger {
  info(object: object, message: string): void;
  warn(object: object, message: string): void;
  error(object: object, message: string): void;
  debug(object: object, message: string): void;
}
