import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../../src/dossiers/months.ts";
import { onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, MALLORY, type Scene, scene, sendOne } from "../support/dossiers.ts";

const NOTHING = { drafts: 0, parked: 0, opinions: 0, dossiers: 0, journalRows: 0, overdue: 0 };

onEachDatabase((database) => {
  const decided = async (retentionMonths = 12) => {
    const set = await scene(await database.fresh());
    const { id } = await sendOne(set, { retentionMonths });
    const decision = { type: "accepted" } as const;
    const dossier = await set.dossiers.decide({
      collectivite: set.here,
      id,
      expectedRevision: 1,
      decision,
      agent: AGENT,
    });
    return { ...set, id, dossier, key: { collectivite: set.here, owners: [ANGELA], id } };
  };
  const look = ({ dossiers, here }: Scene) =>
    dossiers.journal.record({ collectivite: here, actor: { kind: "agent", ...AGENT }, action: "viewed" });
  const verify = ({ dossiers, here }: Scene) => dossiers.journal.verify({ collectivite: here });

  describe("a decided dossier", () => {
    it("is removed when its retention ends, not a moment before", async () => {
      const { dossiers, dossier, key, later, store } = await decided();
      expect(dossier.expiresAt).toBe("2027-11-22T10:00:00.000Z");
      later("2027-11-22T09:59:59.999Z");
      expect(await dossiers.expire()).toEqual(NOTHING);
      expect(await dossiers.findForCitizen(key)).toBeDefined();
      later("2027-11-22T10:00:00.000Z");
      expect(await dossiers.expire()).toEqual({ ...NOTHING, dossiers: 1 });
      expect(await dossiers.findForCitizen(key)).toBeUndefined();
      expect(await store.db.selectFrom("dossier_events").selectAll().execute()).toEqual([]);
      expect(await dossiers.expire()).toEqual(NOTHING);
    });

    it("leaves the trace of who looked at it, and of its removal", async () => {
      const set = await decided(1);
      set.later("2027-01-01T00:00:00Z");
      await set.dossiers.expire();
      const traces = await set.dossiers.journal.accessesTo({ collectivite: set.here, dossier: set.id });
      expect(traces.map(({ action }) => action)).toEqual(["sent", "decided", "expired"]);
      expect(await verify(set)).toMatchObject({ intact: true });
    });

    it("that is reopened stays", async () => {
      const { dossiers, key, here, id, later } = await decided();
      const decision = { type: "reopened", reason: "Recours" } as const;
      const reopened = await dossiers.decide({
        collectivite: here,
        id,
        expectedRevision: 2,
        decision,
        agent: AGENT,
      });
      expect(reopened).not.toHaveProperty("expiresAt");
      later("2030-01-01T00:00:00Z");
      expect(await dossiers.expire()).toMatchObject({ dossiers: 0 });
      expect(await dossiers.findForCitizen(key)).toBeDefined();
    });

    it("is one of hundreds removed in a night", async () => {
      const set = await decided(1);
      for (let index = 0; index < 204; index++) {
        const { id } = await sendOne(set, {
          owner: index % 2 ? ANGELA : MALLORY,
          retentionMonths: 1,
          collectivite: index % 3 ? set.here : set.elsewhere,
        });
        await set.store.db
          .updateTable("dossiers")
          .set({ expires_at: "2026-12-01T00:00:00.000Z" })
          .where("id", "=", id)
          .execute();
      }
      set.later("2027-01-01T00:00:00Z");
      expect(await set.dossiers.expire()).toMatchObject({ dossiers: 205 });
      expect(await set.dossiers.counts({ collectivite: set.here })).toMatchObject({ sent: 0, accepted: 0 });
      expect(await verify(set)).toMatchObject({ intact: true });
    }, 60_000);
  });

  it("an open dossier is never removed, but told of when its retention is over", async () => {
    const set = await scene(await database.fresh());
    const { id } = await sendOne(set, { retentionMonths: 6 });
    await sendOne(set, { retentionMonths: 60 });
    set.later("2027-06-01T00:00:00Z");
    expect(await set.dossiers.expire()).toMatchObject({ dossiers: 0, overdue: 1 });
    expect(await set.dossiers.findForCitizen({ collectivite: set.here, owners: [ANGELA], id })).toBeDefined();
  });

  describe("the journal", () => {
    const years = async () => {
      const set = await scene(await database.fresh());
      for (const day of ["2023-01-10", "2023-06-10", "2024-01-10", "2026-11-10"]) {
        set.later(`${day}T10:00:00Z`);
        await look(set);
      }
      return set;
    };

    it("keeps 36 months, and what is left still verifies", async () => {
      const set = await years();
      set.later("2026-06-10T10:00:00.000Z");
      expect(await set.dossiers.expire()).toEqual({ ...NOTHING, journalRows: 1 });
      expect(await verify(set)).toMatchObject({ intact: true, rows: 3, sequence: 4 });
      set.later("2026-06-10T10:00:00.001Z");
      expect(await set.dossiers.expire()).toEqual({ ...NOTHING, journalRows: 1 });
      await look(set);
      expect(await verify(set)).toMatchObject({ intact: true, rows: 3, sequence: 5 });
    });

    it("may lose all its rows, and still goes on from where it was", async () => {
      const set = await years();
      set.later("2040-01-01T00:00:00Z");
      expect(await set.dossiers.expire()).toMatchObject({ journalRows: 4 });
      expect(await verify(set)).toMatchObject({ intact: true, rows: 0, sequence: 4 });
      await look(set);
      expect(await verify(set)).toMatchObject({ intact: true, rows: 1, sequence: 5 });
    });

    it("does not forget a stretch that was altered", async () => {
      const set = await years();
      await set.store.db.updateTable("journal").set({ action: "listed" }).where("sequence", "=", 1).execute();
      set.later("2027-06-10T00:00:00Z");
      expect(await set.dossiers.expire()).toMatchObject({ journalRows: 0 });
      expect(await verify(set)).toEqual({ intact: false, sequence: 1, problem: "altered" });
    });

    it("does not make a forged head its own", async () => {
      const set = await years();
      const third = await set.store.db
        .selectFrom("journal")
        .selectAll()
        .where("sequence", "=", 3)
        .executeTakeFirstOrThrow();
      await set.store.db.deleteFrom("journal").where("sequence", "=", 4).execute();
      await set.store.db.updateTable("journal_heads").set({ sequence: 3, hash: third.hash }).execute();
      set.later("2026-06-11T00:00:00Z");
      expect(await set.dossiers.expire()).toMatchObject({ journalRows: 0 });
      expect(await verify(set)).toMatchObject({ intact: false, problem: "unsigned" });
    });

    it("still shows, after pruning, what is taken away or altered", async () => {
      const set = await years();
      set.later("2026-06-11T00:00:00Z");
      await set.dossiers.expire();
      await set.store.db.deleteFrom("journal").where("sequence", "=", 3).execute();
      expect(await verify(set)).toEqual({ intact: false, sequence: 3, problem: "missing" });
    });

    it("is verified correctly while retention takes rows off", async () => {
      const set = await years();
      set.later("2027-06-10T00:00:00Z");
      const [verdict] = await Promise.all([verify(set), set.dossiers.expire()]);
      expect(verdict).toMatchObject({ intact: true, sequence: 4 });
    });
  });
});

describe("months", () => {
  it.each([
    ["2027-01-31", 1, "2027-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-11-22", 12, "2027-11-22"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2028-02-29", -12, "2027-02-28"],
    ["2026-11-22", 0, "2026-11-22"],
  ])("%s and %d are %s", (date, months, expected) => {
    expect(addMonths(new Date(`${date}T10:00:00Z`), months).toISOString()).toBe(`${expected}T10:00:00.000Z`);
  });

  it("never go past the month that is meant", () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        fc.integer({ min: -240, max: 240 }),
        (date, months) => {
          const moved = addMonths(date, months);
          const month = (value: Date) => value.getUTCFullYear() * 12 + value.getUTCMonth();
          expect(month(moved) - month(date)).toBe(months);
          expect(moved.getUTCDate()).toBeLessThanOrEqual(date.getUTCDate());
        },
      ),
    ));
});
