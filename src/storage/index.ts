export { StorageError, type StorageErrorCode } from "./error.ts";
export { migrate } from "./migrate.ts";
export { openDatabase } from "./open-database.ts";
export { recogniseKey } from "./recognise-key.ts";
export type { Schema } from "./schema.ts";
export type { DialectName, Logger, Store } from "./store.ts";
export { createVault, type Vault } from "./vault.ts";
