import { type Kysely, type Migration, sql } from "kysely";

/** How many dossiers are in each state, counted once and kept from then on. */
export const dossierCounts: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable("dossier_counts")
      .addColumn("collectivite_id", "text", (column) => column.notNull().references("collectivites.id"))
      .addColumn("procedure", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("count", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("dossier_counts_key", ["collectivite_id", "procedure", "state"])
      .execute();
    await sql`insert into dossier_counts (collectivite_id, procedure, state, count)
      select collectivite_id, procedure, state, count(*) from dossiers
      group by collectivite_id, procedure, state`.execute(db);
  },
};
