import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Store } from "../../src/storage/index.ts";
import { type PostgresServer, postgresAvailable, startPostgres } from "../support/postgres.ts";

describe.skipIf(!postgresAvailable())("a PostgreSQL that goes away", () => {
  let server: PostgresServer;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
    store = await openDatabase(await server.createDatabase());
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const terminateOthers = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name = 'passerelle'`;

  it("in the middle of a transaction is a typed error, and the next query is served", async () => {
    const cut = store.db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await terminateOthers().execute(store.db);
      await sql`select 2`.execute(transaction);
    });
    await expect(cut).rejects.toMatchObject({
      name: "StorageError",
      code: "database_unreachable",
      status: 503,
    });
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it("between two queries of a transaction that waits for something else does not end the process", async () => {
    const cut = store.db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await terminateOthers().execute(store.db);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 2`.execute(transaction);
    });
    await expect(cut).rejects.toMatchObject({ code: "database_unreachable" });
  });

  it("while nobody asks anything goes unnoticed", async () => {
    const other = await openDatabase(await server.createDatabase());
    await Promise.all([other.ping(), other.ping(), other.ping()]);
    await terminateOthers().execute(store.db);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(other.ping()).resolves.toBeUndefined();
    await other.close();
  });

  it("altogether is a typed error, until it comes back", async () => {
    await store.ping();
    await server.crash();
    await expect(store.ping()).rejects.toMatchObject({ code: "database_unreachable" });
    await expect(store.ping()).rejects.toMatchObject({ code: "database_unreachable" });
    await server.restart();
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it("or that answers too late is a typed error, and the next query does not wait behind it", async () => {
    const slow = await openDatabase(`${await server.createDatabase()}?query_timeout=500`);
    await slow.ping();
    await expect(sql`select pg_sleep(5)`.execute(slow.db)).rejects.toMatchObject({
      code: "database_timeout",
    });
    await expect(slow.ping()).resolves.toBeUndefined();
    await slow.close();
  });

  it("refuses an account or database it does not know, by its own code", async () => {
    const url = await server.createDatabase();
    const wrong = await openDatabase(url.replace(/[^/]+$/, "nowhere"));
    await expect(wrong.ping()).rejects.toMatchObject({ code: "database_refused" });
    await wrong.close();
  });
});
