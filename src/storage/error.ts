/**
 * - `database_url_invalid`: neither `file:…` nor `postgres://…`;
 * - `file_not_writable`: the SQLite file or its folder;
 * - `file_locked`: another process held the SQLite file for too long;
 * - `file_damaged`: the SQLite file is corrupt, or is something else;
 * - `disk_full`;
 * - `database_unreachable`: no connection, or it was lost in the middle; the next query tries again by itself;
 * - `database_refused`: reached, but the account, password or database is wrong;
 * - `database_timeout`: the query or the wait for a lock took too long;
 * - `migration_failed`;
 * - `key_invalid`: the encryption key is not 32 bytes in base64url;
 * - `key_unknown`: sealed with a key that was not given;
 * - `seal_broken`: altered, or moved from another row, column or collectivité.
 */
export type StorageErrorCode =
  | "database_url_invalid"
  | "file_not_writable"
  | "file_locked"
  | "file_damaged"
  | "disk_full"
  | "database_unreachable"
  | "database_refused"
  | "database_timeout"
  | "migration_failed"
  | "key_invalid"
  | "key_unknown"
  | "seal_broken";

const CITIZEN_MESSAGES = {
  again:
    "Le service est momentanément indisponible. Ce que vous avez déjà enregistré est conservé. Veuillez réessayer dans quelques minutes.",
  support:
    "Nous ne parvenons pas à relire ces informations. Veuillez contacter votre mairie\u00a0: elle pourra vous aider.",
} as const;

const KINDS: Record<StorageErrorCode, { status: 500 | 503; citizen: keyof typeof CITIZEN_MESSAGES }> = {
  database_url_invalid: { status: 503, citizen: "again" },
  file_not_writable: { status: 503, citizen: "again" },
  file_locked: { status: 503, citizen: "again" },
  file_damaged: { status: 503, citizen: "again" },
  disk_full: { status: 503, citizen: "again" },
  database_unreachable: { status: 503, citizen: "again" },
  database_refused: { status: 503, citizen: "again" },
  database_timeout: { status: 503, citizen: "again" },
  migration_failed: { status: 503, citizen: "again" },
  key_invalid: { status: 503, citizen: "again" },
  key_unknown: { status: 500, citizen: "support" },
  seal_broken: { status: 500, citizen: "support" },
};

/** What storage can foresee going wrong. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  readonly code: StorageErrorCode;
  /** HTTP status: 503 where trying again helps, 500 where it does not. */
  readonly status: 500 | 503;
  readonly citizenMessage: string;
  readonly operatorHint: string;

  constructor(code: StorageErrorCode, operatorHint: string, options?: { cause?: unknown }) {
    super(`${code}: ${operatorHint}`, options);
    const kind = KINDS[code];
    this.code = code;
    this.status = kind.status;
    this.citizenMessage = CITIZEN_MESSAGES[kind.citizen];
    this.operatorHint = operatorHint;
  }
}
