import { sql } from "kysely";
import { expect, it } from "vitest";
import { migrate, openDatabase } from "../../src/storage/index.ts";
import { onEachDatabase } from "../support/databases.ts";

onEachDatabase((database) => {
  it("changes nothing the second time", async () => {
    const store = await database.fresh();
    await expect(migrate(store)).resolves.toBeUndefined();
  });

  it("goes through once when several processes start at once", async () => {
    const url = await database.url();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url)));
    await Promise.all(stores.map((store) => migrate(store)));
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      (stores[0] as (typeof stores)[0]).db,
    );
    expect(rows).toEqual([
      { name: "0001-beginnings" },
      { name: "0002-vault-keys" },
      { name: "0003-dossier-counts" },
      { name: "0100-onboarding" },
      { name: "0101-onboarding-agents" },
      { name: "0200-documents" },
      { name: "0210-quality" },
      { name: "0220-onboarding-mail" },
      { name: "0230-counter" },
    ]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("leaves nothing behind where it fails, and says so", async () => {
    const store = await openDatabase(await database.url());
    await sql`create table journal_heads (anything text)`.execute(store.db);
    await expect(migrate(store)).rejects.toMatchObject({
      name: "StorageError",
      code: "migration_failed",
      operatorHint: expect.stringContaining("0001-beginnings"),
    });
    const tables = await store.db.introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual(["journal_heads"]);
    await store.close();
  });

  it("refuses a database that a newer version has changed", async () => {
    const store = await database.fresh();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      store.db,
    );
    await expect(migrate(store)).rejects.toMatchObject({ code: "migration_failed" });
  });
});
