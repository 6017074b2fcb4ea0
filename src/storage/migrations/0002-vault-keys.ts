import type { Kysely, Migration } from "kysely";

/** The names of the keys that this database was written with. */
export const vaultKeys: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable("vault_keys")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("first_used_at", "text", (column) => column.notNull())
      .execute();
  },
};
