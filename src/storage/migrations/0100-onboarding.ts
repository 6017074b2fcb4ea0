import { type Kysely, type Migration, type RawBuilder, sql } from "kysely";
import type { DialectName } from "../store.ts";

type Any = Kysely<unknown>;

/** The registry of collectivités, what is known of each, and the figures that were published. */
export function onboarding(dialect: DialectName): Migration {
  const text: RawBuilder<unknown> = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  const counter = dialect === "postgres" ? sql`serial` : sql`integer`;
  return {
    up: async (db: Any) => {
      await registry(db, text);
      await events(db, text, counter);
      await published(db, text);
    },
  };
}

async function registry(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("onboarding_territories")
    .addColumn("code", text, (column) => column.primaryKey())
    .addColumn("kind", text, (column) => column.notNull())
    .addColumn("siren", text, (column) => column.unique())
    .addColumn("name", text, (column) => column.notNull())
    .addColumn("departement", text)
    .addColumn("region", text)
    .addColumn("population", "integer")
    .addColumn("stratum", text, (column) => column.notNull())
    .addColumn("vendor", text)
    .addColumn("opsn", text)
    .addColumn("stage", text)
    .addColumn("stage_at", text)
    .execute();
  for (const column of ["departement", "stratum", "vendor", "opsn", "stage"] as const) {
    await db.schema
      .createIndex(`onboarding_territories_${column}`)
      .on("onboarding_territories")
      .column(column)
      .execute();
  }
  await db.schema
    .createTable("onboarding_partners")
    .addColumn("slug", text, (column) => column.primaryKey())
    .addColumn("kind", text, (column) => column.notNull())
    .addColumn("name", text, (column) => column.notNull())
    .addColumn("siret", text)
    .addColumn("certified", "integer", (column) => column.notNull())
    .execute();
}

async function events(db: Any, text: RawBuilder<unknown>, counter: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("onboarding_events")
    .addColumn("sequence", counter, (column) => column.primaryKey())
    .addColumn("territory", text, (column) => column.notNull().references("onboarding_territories.code"))
    .addColumn("milestone", text, (column) => column.notNull())
    .addColumn("action", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("source", text, (column) => column.notNull())
    .addColumn("reference", text, (column) => column.notNull().unique())
    .addColumn("corrects", text)
    .addColumn("evidence", text, (column) => column.notNull())
    .addColumn("recorded_at", text, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("onboarding_events_territory")
    .on("onboarding_events")
    .columns(["territory", "sequence"])
    .execute();
  await db.schema
    .createTable("onboarding_reached")
    .addColumn("territory", text, (column) => column.notNull().references("onboarding_territories.code"))
    .addColumn("milestone", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("onboarding_reached_key", ["territory", "milestone"])
    .execute();
  await db.schema
    .createIndex("onboarding_reached_milestone")
    .on("onboarding_reached")
    .columns(["milestone", "at"])
    .execute();
  await db.schema
    .createTable("onboarding_webhooks")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("received_at", text, (column) => column.notNull())
    .addColumn("request", text, (column) => column.notNull())
    .addColumn("event", text, (column) => column.notNull())
    .addColumn("fired_at", text, (column) => column.notNull())
    .addColumn("siret", text)
    .addColumn("outcome", text, (column) => column.notNull())
    .addColumn("detail", text, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("onboarding_webhooks_request")
    .on("onboarding_webhooks")
    .columns(["request", "fired_at"])
    .execute();
}

async function published(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("onboarding_campaigns")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("definition", text, (column) => column.notNull())
    .addColumn("created_at", text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("onboarding_imports")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("kind", text, (column) => column.notNull())
    .addColumn("digest", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("report", text, (column) => column.notNull())
    .addUniqueConstraint("onboarding_imports_once", ["kind", "digest"])
    .execute();
  await db.schema
    .createTable("onboarding_quarters")
    .addColumn("campaign", text, (column) => column.notNull())
    .addColumn("quarter", text, (column) => column.notNull())
    .addColumn("method", text, (column) => column.notNull())
    .addColumn("figures", text, (column) => column.notNull())
    .addColumn("frozen_at", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("onboarding_quarters_key", ["campaign", "quarter", "method"])
    .execute();
  await db.schema
    .createTable("onboarding_summaries")
    .addColumn("campaign", text, (column) => column.primaryKey())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("day", text, (column) => column.notNull())
    .addColumn("shape", "integer", (column) => column.notNull())
    .addColumn("figures", text, (column) => column.notNull())
    .execute();
}
