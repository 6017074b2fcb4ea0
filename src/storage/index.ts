export { StorageError, type StorageErrorCode } from "./error.ts";
export type { Schema } from "./schema.ts";
export type { DialectName, Logger, Store } from "./store.ts";
export type { Json, Vault } from "./vault-type.ts";
