import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, openDatabase } from "../../src/storage/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { freePort } from "../support/server-process.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "passerelle-open-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onEachDatabase((database) => {
  it("answers a ping", async () => {
    const store = await database.fresh();
    await expect(store.ping()).resolves.toBeUndefined();
    expect(store.dialect).toBe(database.dialect);
  });

  it("keeps what was committed, and nothing of what was not", async () => {
    const store = await database.fresh();
    const values = { id: "a", collectivite_id: "c", sealed: "x", expires_at: "2026" };
    const collectivite = {
      id: "c",
      slug: "c",
      siret: "1",
      siren: "1",
      name: "C",
      host: null,
      profile: "{}",
      sealed: null,
      created_at: "",
      updated_at: "",
    };
    await store.db.insertInto("collectivites").values(collectivite).execute();
    await store.db.insertInto("parked_values").values(values).execute();
    const half = store.db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("parked_values")
        .values({ ...values, id: "b" })
        .execute();
      throw new Error("in the middle");
    });
    await expect(half).rejects.toThrow("in the middle");
    const rows = await store.db.selectFrom("parked_values").select("id").execute();
    expect(rows).toEqual([{ id: "a" }]);
  });

  it("refuses a row of a collectivité that does not exist", async () => {
    const store = await database.fresh();
    const values = { id: "a", collectivite_id: "nobody", sealed: "x", expires_at: "2026" };
    await expect(store.db.insertInto("parked_values").values(values).execute()).rejects.toThrow();
  });

  it("leaves a wrong query as the bug it is", async () => {
    const store = await database.fresh();
    await expect(sql`select nothing from nowhere`.execute(store.db)).rejects.not.toHaveProperty(
      "citizenMessage",
    );
  });
});

describe("a SQLite file", () => {
  it("is created with its folder, for this user only", async () => {
    const path = join(folder, "new", "deeper", "passerelle.db");
    const store = await openDatabase(`file:${path}`);
    await migrate(store);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "new")).mode & 0o077).toBe(0);
    await store.close();
  });

  it("writes ahead, and to the disk before it acknowledges", async () => {
    const store = await openDatabase(`file:${join(folder, "pragmas.db")}`);
    const read = async (name: string) =>
      Object.values((await sql.raw(`pragma ${name}`).execute(store.db)).rows[0] as object);
    expect(await read("journal_mode")).toEqual(["wal"]);
    expect(await read("synchronous")).toEqual([2]);
    expect(await read("foreign_keys")).toEqual([1]);
    await store.close();
  });

  it.each([
    ["under something that is not a folder", () => join(folder, "plain", "passerelle.db")],
    ["that is a folder", () => folder],
  ])("cannot be one %s: the path is named", async (_, path) => {
    writeFileSync(join(folder, "plain"), "");
    await expect(openDatabase(`file:${path()}`)).rejects.toMatchObject({
      name: "StorageError",
      code: "file_not_writable",
      status: 503,
      operatorHint: expect.stringContaining(path()),
    });
  });

  it("that is something else is not touched", async () => {
    const path = join(folder, "letter.db");
    const letter = "Madame, Monsieur, ".repeat(100);
    writeFileSync(path, letter);
    await expect(openDatabase(`file:${path}`)).rejects.toMatchObject({ code: "file_damaged" });
    expect(statSync(path).size).toBe(letter.length);
  });

  it("on a full disk is a typed error, and nothing of the transaction stays", async () => {
    const store = await openDatabase(`file:${join(folder, "full.db")}`);
    await sql`create table notes (text text)`.execute(store.db);
    await sql`pragma max_page_count = 10`.execute(store.db);
    const much = store.db.transaction().execute(async (transaction) => {
      await sql`insert into notes values ('first')`.execute(transaction);
      await sql`insert into notes values (${"x".repeat(100_000)})`.execute(transaction);
    });
    await expect(much).rejects.toMatchObject({ name: "StorageError", code: "disk_full", status: 503 });
    expect((await sql`select * from notes`.execute(store.db)).rows).toEqual([]);
    await sql`insert into notes values ('small')`.execute(store.db);
    expect((await sql`select * from notes`.execute(store.db)).rows).toEqual([{ text: "small" }]);
    await store.close();
  });

  it("is written by two at once, each after the other, without a loss or a refusal", async () => {
    const url = `file:${join(folder, "two.db")}`;
    const [one, two] = await Promise.all([openDatabase(url), openDatabase(url)]);
    await sql`create table counter (value integer)`.execute(one.db);
    await sql`insert into counter values (0)`.execute(one.db);
    const count = async (store: typeof one) => {
      for (let round = 0; round < 10; round++) {
        await store.db.transaction().execute(async (transaction) => {
          const { rows } = await sql<{ value: number }>`select value from counter`.execute(transaction);
          await setTimeout(1);
          await sql`update counter set value = ${(rows[0]?.value ?? 0) + 1}`.execute(transaction);
        });
        await sql`update counter set value = value + 1`.execute(store.db);
      }
    };
    await Promise.all([count(one), count(two)]);
    const { rows } = await sql`select value from counter`.execute(two.db);
    expect(rows).toEqual([{ value: 40 }]);
    await Promise.all([one.close(), two.close()]);
  });
});

describe("an address", () => {
  it.each(["mysql://localhost/x", "passerelle.db", "", "file:"])(
    "« %s » is refused, with what to write instead",
    async (url) => {
      await expect(openDatabase(url)).rejects.toMatchObject({
        code: "database_url_invalid",
        operatorHint: expect.stringContaining("file:data/passerelle.db"),
      });
    },
  );

  it("where nobody listens is a typed error, without the password", async () => {
    const store = await openDatabase(`postgres://citizen:s3cret@127.0.0.1:${await freePort()}/passerelle`);
    const error = await store.ping().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "StorageError", code: "database_unreachable", status: 503 });
    expect(String(error)).not.toContain("s3cret");
    await expect(migrate(store)).rejects.toMatchObject({ code: "database_unreachable" });
    await store.close();
  });
});
