import { type Kysely, type Migration, type RawBuilder, sql } from "kysely";
import type { DialectName } from "../store.ts";

type Any = Kysely<unknown>;

/** Figures that name nobody, opinions that lead back to nobody, and the quarters that were published. */
export function quality(dialect: DialectName): Migration {
  const text: RawBuilder<unknown> = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    up: async (db: Any) => {
      await counts(db, text);
      await opinions(db, text);
      await quarters(db, text);
    },
  };
}

async function counts(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .alterTable("drafts")
    .addColumn("steps", text, (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .createTable("quality_counts")
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("procedure", text, (column) => column.notNull())
    .addColumn("month", text, (column) => column.notNull())
    .addColumn("measure", text, (column) => column.notNull())
    .addColumn("detail", text, (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("quality_counts_key", [
      "collectivite_id",
      "month",
      "procedure",
      "measure",
      "detail",
    ])
    .execute();
  // What was begun before the counting will be sent or abandoned within it.
  await sql`insert into quality_counts (collectivite_id, procedure, month, measure, detail, count)
    select collectivite_id, procedure, substr(created_at, 1, 7), 'opened', '', count(*) from drafts
    group by collectivite_id, procedure, substr(created_at, 1, 7)`.execute(db);
}

async function opinions(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("quality_tickets")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("procedure", text, (column) => column.notNull())
    .addColumn("expires_at", text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("quality_tickets_expiry").on("quality_tickets").column("expires_at").execute();
  await db.schema
    .createTable("quality_opinions")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("procedure", text, (column) => column.notNull())
    .addColumn("month", text, (column) => column.notNull())
    .addColumn("satisfaction", text, (column) => column.notNull())
    .addColumn("clarity", "integer")
    .addColumn("help", text, (column) => column.notNull())
    .addColumn("reached", "integer")
    .addColumn("help_quality", "integer")
    .addColumn("sealed", text)
    .execute();
  await db.schema
    .createIndex("quality_opinions_month")
    .on("quality_opinions")
    .columns(["collectivite_id", "procedure", "month"])
    .execute();
}

async function quarters(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("quality_quarters")
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("procedure", text, (column) => column.notNull())
    .addColumn("quarter", text, (column) => column.notNull())
    .addColumn("method", text, (column) => column.notNull())
    .addColumn("figures", text, (column) => column.notNull())
    .addColumn("frozen_at", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("quality_quarters_key", ["collectivite_id", "procedure", "quarter", "method"])
    .execute();
}
