import { describe, expect, it } from "vitest";
import type { JournalInput } from "../../src/dossiers/index.ts";
import type { Schema } from "../../src/storage/index.ts";
import { createVault } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, OTHER_AGENT, type Scene, scene, sendOne } from "../support/dossiers.ts";

const agent = { kind: "agent", ...AGENT } as const;
const DOSSIER = "3f2f8a52-1f0e-4b57-9d55-0c5f2b8b9f10";

onEachDatabase((database) => {
  const begin = async () => scene(await database.fresh());
  const look = ({ dossiers, here }: Scene, more: Partial<JournalInput> = {}) =>
    dossiers.journal.record({
      collectivite: here,
      actor: agent,
      action: "viewed",
      dossier: DOSSIER,
      purpose: "Instruction de la demande",
      ...more,
    });
  const looked = async (times: number) => {
    const set = await begin();
    for (let time = 0; time < times; time++) {
      await look(set);
      set.later(1_000);
    }
    return set;
  };
  const verify = ({ dossiers, here }: Scene) => dossiers.journal.verify({ collectivite: here });

  describe("the journal", () => {
    it("says who did what, why, to which dossier, and when", async () => {
      const set = await begin();
      const call = { route: "quotient-familial", outcome: "found", status: 200, requestId: "req-1" };
      await look(set, {
        action: "refreshed",
        procedure: "restauration-scolaire",
        fields: ["quotient"],
        call,
      });
      expect(await set.dossiers.journal.accessesTo({ collectivite: set.here, dossier: DOSSIER })).toEqual([
        {
          sequence: 1,
          at: "2026-11-22T10:00:00.000Z",
          actor: "agent",
          actorPseudonym: expect.stringMatching(/^[\w-]{43}$/),
          action: "refreshed",
          dossier: DOSSIER,
          procedure: "restauration-scolaire",
          purpose: "Instruction de la demande",
          fields: ["quotient"],
          call,
          hash: expect.stringMatching(/^[\w-]{43}$/),
        },
      ]);
    });

    it("names nobody", async () => {
      const set = await begin();
      await look(set);
      await look(set, { actor: { kind: "citizen", owner: ANGELA } });
      const rows = JSON.stringify(await set.store.db.selectFrom("journal").selectAll().execute());
      for (const secret of [AGENT.sub, AGENT.name, ANGELA.sub]) expect(rows).not.toContain(secret);
    });

    it("gives the same agent the same name, in one collectivité only", async () => {
      const set = await begin();
      await look(set);
      await look(set);
      await look(set, { actor: { kind: "agent", ...OTHER_AGENT } });
      await look(set, { collectivite: set.elsewhere });
      const names = (
        await set.store.db
          .selectFrom("journal")
          .select("actor_pseudonym")
          .orderBy("collectivite_id")
          .orderBy("sequence")
          .execute()
      ).map((row) => row.actor_pseudonym);
      expect(new Set(names).size).toBe(3);
    });

    it("is read page by page, the newest first, or for one agent", async () => {
      const set = await looked(5);
      await look(set, { actor: { kind: "agent", ...OTHER_AGENT } });
      const { journal } = set.dossiers;
      const first = await journal.page({ collectivite: set.here, limit: 4 });
      expect(first.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3]);
      const second = await journal.page({
        collectivite: set.here,
        limit: 4,
        before: first.at(-1)?.sequence ?? 0,
      });
      expect(second.map(({ sequence }) => sequence)).toEqual([2, 1]);
      const theirs = await journal.page({ collectivite: set.here, agent: OTHER_AGENT.sub });
      expect(theirs.map(({ sequence }) => sequence)).toEqual([6]);
      expect(await journal.page({ collectivite: set.elsewhere })).toEqual([]);
    });

    it("numbers rows without a gap when many write at once", async () => {
      const set = await begin();
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          look(set, { collectivite: index % 2 ? set.here : set.elsewhere }),
        ),
      );
      expect(await verify(set)).toMatchObject({ intact: true, rows: 10, sequence: 10 });
      expect(await set.dossiers.journal.verify({ collectivite: set.elsewhere })).toMatchObject({
        intact: true,
        rows: 10,
      });
    });

    it("writes nothing for what did not happen", async () => {
      const set = await begin();
      const { id } = await sendOne(set);
      const decision = { type: "reopened", reason: "x" } as const;
      await set.dossiers
        .decide({ collectivite: set.here, id, expectedRevision: 1, decision, agent: AGENT })
        .catch(() => undefined);
      expect(await verify(set)).toMatchObject({ intact: true, rows: 1 });
    });

    it("that was never begun is intact", async () => {
      expect(await verify(await begin())).toEqual({ intact: true, rows: 0, sequence: 0, hash: "" });
    });

    it("is verified across a rotation of keys", async () => {
      const [oldKey, newerKey] = [newKey(), newKey()];
      const store = await database.fresh();
      const before = await scene(store, { vault: createVault({ key: oldKey }) });
      await look(before);
      const after = await scene(store, { vault: createVault({ key: newerKey, previousKeys: [oldKey] }) });
      expect(await verify(after)).toMatchObject({ intact: true, rows: 1 });
      await look(after);
      expect(await verify(after)).toMatchObject({ intact: true, rows: 2 });
      expect(await after.dossiers.journal.page({ collectivite: after.here, agent: AGENT.sub })).toHaveLength(
        2,
      );
    });
  });

  describe("whoever can write the database", () => {
    const COLUMNS = ["at", "actor", "actor_pseudonym", "action", "detail", "dossier_id", "hash"] as const;

    it("is found out for any column of any row they alter", async () => {
      const set = await looked(3);
      const { db } = set.store;
      for (const row of await db.selectFrom("journal").selectAll().execute()) {
        const { sequence } = row;
        const write = (values: Partial<typeof row>) =>
          db.updateTable("journal").set(values).where("sequence", "=", sequence).execute();
        for (const column of COLUMNS) {
          await write({ [column]: `${row[column]}x` });
          expect([column, await verify(set)]).toEqual([
            column,
            { intact: false, sequence, problem: "altered" },
          ]);
          await write(row);
        }
        expect(await verify(set)).toMatchObject({ intact: true });
      }
    });

    it.each([
      ["the first row", 1],
      ["a row in the middle", 3],
      ["the last row", 5],
    ])("is found out for taking away %s", async (_, sequence) => {
      const set = await looked(5);
      await set.store.db.deleteFrom("journal").where("sequence", "=", sequence).execute();
      expect(await verify(set)).toEqual({ intact: false, sequence, problem: "missing" });
    });

    it("is found out for taking away the end, head included", async () => {
      const set = await looked(5);
      const { db } = set.store;
      const fourth = await db
        .selectFrom("journal")
        .selectAll()
        .where("sequence", "=", 4)
        .executeTakeFirstOrThrow();
      await db.deleteFrom("journal").where("sequence", "=", 5).execute();
      await db.updateTable("journal_heads").set({ sequence: 4, hash: fourth.hash }).execute();
      expect(await verify(set)).toEqual({ intact: false, sequence: 4, problem: "unsigned" });
    });

    it("is found out for taking away everything while dossiers are there", async () => {
      const set = await begin();
      await sendOne(set);
      await set.store.db.deleteFrom("journal").execute();
      await set.store.db.deleteFrom("journal_heads").execute();
      expect(await verify(set)).toEqual({ intact: false, sequence: 1, problem: "missing" });
    });

    it("is not covered by what the service writes afterwards", async () => {
      const set = await looked(5);
      const { db } = set.store;
      const fourth = await db
        .selectFrom("journal")
        .selectAll()
        .where("sequence", "=", 4)
        .executeTakeFirstOrThrow();
      await db.deleteFrom("journal").where("sequence", "=", 5).execute();
      await db.updateTable("journal_heads").set({ sequence: 4, hash: fourth.hash }).execute();
      await look(set);
      await look(set);
      expect(await verify(set)).toMatchObject({ intact: false, problem: "unsigned" });
    });

    it("is found out for beginning the chain again", async () => {
      const set = await begin();
      await sendOne(set);
      await set.store.db.deleteFrom("journal").execute();
      await set.store.db.deleteFrom("journal_heads").execute();
      await look(set);
      expect(await verify(set)).toEqual({ intact: false, sequence: 1, problem: "missing" });
    });

    it("is found out for adding a row, or exchanging two", async () => {
      const set = await looked(3);
      const { db } = set.store;
      const [, second, third] = await db.selectFrom("journal").selectAll().orderBy("sequence").execute();
      await db
        .insertInto("journal")
        .values({ ...(third as Schema["journal"]), sequence: 4 })
        .execute();
      expect(await verify(set)).toEqual({ intact: false, sequence: 4, problem: "altered" });
      await db.deleteFrom("journal").where("sequence", ">=", 2).execute();
      await db
        .insertInto("journal")
        .values([
          { ...(third as Schema["journal"]), sequence: 2 },
          { ...(second as Schema["journal"]), sequence: 3 },
        ])
        .execute();
      expect(await verify(set)).toEqual({ intact: false, sequence: 2, problem: "altered" });
    });

    it("is found out for moving the beginning", async () => {
      const set = await looked(5);
      const { db } = set.store;
      const second = await db
        .selectFrom("journal")
        .selectAll()
        .where("sequence", "=", 2)
        .executeTakeFirstOrThrow();
      await db.deleteFrom("journal").where("sequence", "<=", 2).execute();
      await db.updateTable("journal_heads").set({ pruned_sequence: 2, pruned_hash: second.hash }).execute();
      expect(await verify(set)).toMatchObject({ intact: false, problem: "unsigned" });
    });
  });
});
