import { type Kysely, type Migration, type RawBuilder, sql } from "kysely";
import type { DialectName } from "../store.ts";

type Any = Kysely<unknown>;

/** Collectivités, drafts, parked values, dossiers with their events, and the journal. */
export function beginnings(dialect: DialectName): Migration {
  // Identifiers, dates and cursors compare byte by byte on both, whatever the server's locale.
  const text: RawBuilder<unknown> = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    up: async (db: Any) => {
      await collectivites(db, text);
      await drafts(db, text);
      await dossiers(db, text);
      await journal(db, text);
    },
  };
}

async function collectivites(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("collectivites")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("slug", text, (column) => column.notNull().unique())
    .addColumn("siret", text, (column) => column.notNull().unique())
    .addColumn("siren", text, (column) => column.notNull())
    .addColumn("name", text, (column) => column.notNull())
    .addColumn("host", text, (column) => column.unique())
    .addColumn("profile", text, (column) => column.notNull())
    .addColumn("sealed", text)
    .addColumn("created_at", text, (column) => column.notNull())
    .addColumn("updated_at", text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("collectivites_siren").on("collectivites").column("siren").execute();
}

async function drafts(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("drafts")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("procedure", text, (column) => column.notNull())
    .addColumn("owner", text, (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("sealed", text, (column) => column.notNull())
    .addColumn("created_at", text, (column) => column.notNull())
    .addColumn("updated_at", text, (column) => column.notNull())
    .addColumn("expires_at", text, (column) => column.notNull())
    .addUniqueConstraint("drafts_one_each", ["collectivite_id", "owner", "procedure"])
    .execute();
  await db.schema.createIndex("drafts_expiry").on("drafts").column("expires_at").execute();
  await db.schema
    .createTable("parked_values")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("sealed", text, (column) => column.notNull())
    .addColumn("expires_at", text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("parked_values_expiry").on("parked_values").column("expires_at").execute();
}

async function dossiers(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("dossiers")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("number", text, (column) => column.notNull())
    .addColumn("procedure", text, (column) => column.notNull())
    .addColumn("version", text, (column) => column.notNull())
    .addColumn("state", text, (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("owner", text, (column) => column.notNull())
    .addColumn("retention_months", "integer", (column) => column.notNull())
    .addColumn("sent_at", text, (column) => column.notNull())
    .addColumn("updated_at", text, (column) => column.notNull())
    .addColumn("expires_at", text)
    .addColumn("sealed_applicant", text, (column) => column.notNull())
    .addColumn("sealed", text, (column) => column.notNull())
    .addUniqueConstraint("dossiers_number", ["collectivite_id", "number"])
    .execute();
  const indexes = {
    dossiers_inbox: ["collectivite_id", "sent_at", "id"],
    dossiers_inbox_state: ["collectivite_id", "state", "sent_at", "id"],
    dossiers_inbox_procedure: ["collectivite_id", "procedure", "state", "sent_at", "id"],
    dossiers_owner: ["collectivite_id", "owner", "sent_at"],
    dossiers_expiry: ["expires_at"],
  } as const;
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema
      .createIndex(name)
      .on("dossiers")
      .columns([...columns])
      .execute();
  }
  await db.schema
    .createTable("dossier_events")
    .addColumn("dossier_id", text, (column) => column.notNull().references("dossiers.id").onDelete("cascade"))
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("type", text, (column) => column.notNull())
    .addColumn("state", text, (column) => column.notNull())
    .addColumn("actor", text, (column) => column.notNull())
    .addColumn("sealed", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("dossier_events_key", ["dossier_id", "revision"])
    .execute();
}

async function journal(db: Any, text: RawBuilder<unknown>): Promise<void> {
  await db.schema
    .createTable("journal")
    .addColumn("collectivite_id", text, (column) => column.notNull().references("collectivites.id"))
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("actor", text, (column) => column.notNull())
    .addColumn("actor_pseudonym", text, (column) => column.notNull())
    .addColumn("action", text, (column) => column.notNull())
    // No foreign key: the trace of an access outlives the dossier.
    .addColumn("dossier_id", text)
    .addColumn("detail", text, (column) => column.notNull())
    .addColumn("hash", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("journal_key", ["collectivite_id", "sequence"])
    .execute();
  await db.schema
    .createIndex("journal_dossier")
    .on("journal")
    .columns(["collectivite_id", "dossier_id", "sequence"])
    .execute();
  await db.schema
    .createIndex("journal_actor")
    .on("journal")
    .columns(["collectivite_id", "actor_pseudonym", "sequence"])
    .execute();
  await db.schema
    .createTable("journal_heads")
    .addColumn("collectivite_id", text, (column) => column.primaryKey().references("collectivites.id"))
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("hash", text, (column) => column.notNull())
    .addColumn("pruned_sequence", "integer", (column) => column.notNull())
    .addColumn("pruned_hash", text, (column) => column.notNull())
    .addColumn("signature", text, (column) => column.notNull())
    .execute();
}
