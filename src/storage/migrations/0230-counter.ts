import { type Kysely, type Migration, type RawBuilder, sql } from "kysely";
import type { DialectName } from "../store.ts";

/** Who a dossier is about, as long as it is undecided; and when each of its sources was last asked again. */
export function counter(dialect: DialectName): Migration {
  const text: RawBuilder<unknown> = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable("dossiers").addColumn("sealed_identity", text).execute();
      await db.schema
        .createTable("source_refreshes")
        .addColumn("dossier_id", text, (column) =>
          column.notNull().references("dossiers.id").onDelete("cascade"),
        )
        .addColumn("source", text, (column) => column.notNull())
        .addColumn("again_at", text, (column) => column.notNull())
        .addPrimaryKeyConstraint("source_refreshes_key", ["dossier_id", "source"])
        .execute();
    },
  };
}
