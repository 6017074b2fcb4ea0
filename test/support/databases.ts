import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { type DialectName, migrate, openDatabase, type Store } from "../../src/storage/index.ts";
import { type PostgresServer, postgresAvailable, startPostgres } from "./postgres.ts";

export { newKey } from "./new-key.ts";

/** A kind of database, real, that gives a fresh one to each test. */
export interface TestDatabase {
  readonly dialect: DialectName;
  /** URL of a new, empty database. */
  url(): Promise<string>;
  /** An open, migrated one; closed after the test. */
  fresh(): Promise<Store>;
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onEachDatabase(
  suite: (database: TestDatabase) => void,
  options: { durable?: boolean } = {},
): void {
  describe("on SQLite", () => {
    let folder: string;
    let count = 0;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "passerelle-sqlite-"));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    suite(withFresh("sqlite", async () => `file:${join(folder, `${count++}.db`)}`));
  });

  describe.skipIf(!postgresAvailable())("on PostgreSQL", () => {
    let server: PostgresServer;
    let template: string;
    beforeAll(async () => {
      server = await startPostgres(options);
      template = await server.createDatabase();
      await migrated(template).then((store) => store.close());
    });
    afterAll(() => server.stop());
    suite(withFresh("postgres", (kind) => server.createDatabase(kind === "migrated" ? template : undefined)));
  });
}

async function migrated(url: string): Promise<Store> {
  const store = await openDatabase(url);
  await migrate(store);
  return store;
}

function withFresh(dialect: DialectName, url: (kind: "empty" | "migrated") => Promise<string>): TestDatabase {
  const stores: Store[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  return {
    dialect,
    url: () => url("empty"),
    fresh: async () => {
      const store = await migrated(await url("migrated"));
      stores.push(store);
      return store;
    },
  };
}
