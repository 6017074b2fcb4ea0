import { StorageError, type StorageErrorCode } from "./error.ts";

const KINDS: readonly (readonly [prefix: string, code: StorageErrorCode, advice: string])[] = [
  [
    "SQLITE_BUSY",
    "file_locked",
    "another process kept it locked for too long: use postgres:// where several processes write",
  ],
  ["SQLITE_LOCKED", "file_locked", "another connection keeps it locked"],
  ["SQLITE_FULL", "disk_full", "the disk is full"],
  ["SQLITE_IOERR", "file_not_writable", "the disk failed to read or write"],
  ["SQLITE_READONLY", "file_not_writable", "it is read-only for this user"],
  ["SQLITE_PERM", "file_not_writable", "it is read-only for this user"],
  ["SQLITE_CANTOPEN", "file_not_writable", "it cannot be opened"],
  ["SQLITE_CORRUPT", "file_damaged", "it is damaged: restore the last backup"],
  ["SQLITE_NOTADB", "file_damaged", "it is not a SQLite database"],
];

/** What SQLite said, as a {@link StorageError}; whatever is nobody's bad luck (a wrong query) stays as it is. */
export function fromSqlite(cause: unknown, path: string): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const kind = KINDS.find(([prefix]) => code.startsWith(prefix));
  return kind ? new StorageError(kind[1], `${path}: ${kind[2]}`, { cause }) : cause;
}
