import { type Kysely, type Migration, type RawBuilder, sql } from "kysely";
import type { DialectName } from "../store.ts";

/** Files that stand in for a silent source: their names and their content, sealed. */
export function documents(dialect: DialectName): Migration {
  const text: RawBuilder<unknown> = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable("documents")
        .addColumn("id", text, (column) => column.primaryKey())
        .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
        // No foreign key: it is a draft's first, then, under the same id, a dossier's.
        .addColumn("dossier_id", text, (column) => column.notNull())
        .addColumn("field", text, (column) => column.notNull())
        .addColumn("type", text, (column) => column.notNull())
        .addColumn("size", "integer", (column) => column.notNull())
        .addColumn("received_at", text, (column) => column.notNull())
        .addColumn("sealed_name", text, (column) => column.notNull())
        .addColumn("sealed", text, (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("documents_dossier")
        .on("documents")
        .columns(["dossier_id", "collectivite_id"])
        .execute();
    },
  };
}
