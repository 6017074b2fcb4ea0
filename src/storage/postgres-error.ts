import { StorageError, type StorageErrorCode } from "./error.ts";

type Kind = readonly [pattern: RegExp, code: StorageErrorCode, advice: string];

/**
 * SQLSTATE classes and the codes of Node's sockets.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const BY_CODE: readonly Kind[] = [
  [
    /^(28|3D000|42501)/,
    "database_refused",
    "check the account, its password and rights, and the database's name",
  ],
  [/^53100/, "disk_full", "the server's disk is full"],
  [
    /^53300/,
    "database_unreachable",
    "the server has no connection left: raise max_connections or run fewer processes",
  ],
  [/^(57014|55P03|25P03|40001|40P01)/, "database_timeout", "a query or a lock took too long"],
  [/^(08|57P0)/, "database_unreachable", "the server is stopping, starting or gone"],
  [/^E[A-Z_]+$/, "database_unreachable", "check that it runs and that its host and port are right"],
];

/** `pg` gives no code to these. */
const BY_MESSAGE: readonly Kind[] = [
  [/^query read timeout/i, "database_timeout", "no answer to a query"],
  [
    /connection terminated|timeout exceeded when trying to connect|not queryable|connection error|server closed/i,
    "database_unreachable",
    "the connection was lost; the next query opens another",
  ],
  [/SASL|password|SSL/, "database_refused", "check the account, its password and sslmode"],
];

/** What PostgreSQL or the network said, as a {@link StorageError}; a wrong query stays as it is. */
export function fromPostgres(cause: unknown, where: string): unknown {
  if (!(cause instanceof Error)) return cause;
  const kind =
    "code" in cause && typeof cause.code === "string"
      ? find(BY_CODE, cause.code)
      : find(BY_MESSAGE, cause.message);
  return kind ? new StorageError(kind[1], `${where}: ${kind[2]}`, { cause }) : cause;
}

function find(kinds: readonly Kind[], text: string): Kind | undefined {
  return kinds.find(([pattern]) => pattern.test(text));
}
