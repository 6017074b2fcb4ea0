import { describe, expect, it } from "vitest";
import { createVault, type Vault } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, ANGELA_PLUS, formOf, MALLORY, scene, sendOne, stateOf } from "../support/dossiers.ts";

const procedure = "restauration-scolaire";
const rest = { form: formOf(), applicant: "Angela DUBOIS", retentionMonths: 12 };

onEachDatabase((database) => {
  const begin = async (options: Parameters<typeof scene>[1] = {}) => {
    const set = await scene(await database.fresh(), options);
    const draft = await set.dossiers.drafts.open({
      collectivite: set.here,
      procedure,
      owner: ANGELA,
      initial: stateOf(),
    });
    return { ...set, draft, key: { collectivite: set.here, owners: [ANGELA], id: draft.id } };
  };

  describe("sending", () => {
    it("turns the draft into a dossier, with a number and a receipt of what was read", async () => {
      const { dossiers, here, key } = await begin();
      const receipt = await dossiers.send({ ...key, ...rest });
      expect(receipt).toEqual({
        id: key.id,
        number: expect.stringMatching(/^2026-RS-[2-9A-Z]{6}$/),
        sentAt: "2026-11-22T10:00:00.000Z",
        alreadySent: false,
        reads: [
          {
            source: "api-particulier",
            provider: "CNAF",
            route: "quotient-familial",
            period: "2026-11",
            fetchedAt: "2026-11-22T09:59:00.000Z",
            requestId: "req-1",
            fields: ["Quotient familial"],
          },
        ],
      });
      expect(await dossiers.drafts.find(key)).toBeUndefined();
      expect(await dossiers.findForCitizen(key)).toEqual({
        id: key.id,
        number: receipt.number,
        collectivite: here,
        procedure,
        version: "1",
        state: "sent",
        revision: 1,
        sentAt: receipt.sentAt,
        updatedAt: receipt.sentAt,
        retentionMonths: 12,
        owner: ANGELA,
        applicant: "Angela DUBOIS",
        form: formOf(),
        history: [{ at: receipt.sentAt, type: "sent", state: "sent", revision: 1, actor: "citizen" }],
      });
    });

    it("twice gives the same dossier", async () => {
      const { dossiers, here, key } = await begin();
      const first = await dossiers.send({ ...key, ...rest });
      const second = await dossiers.send({ ...key, ...rest, form: formOf({ telephone: "06 99 99 99 99" }) });
      expect(second).toEqual({ ...first, alreadySent: true });
      expect(await dossiers.listForCitizen({ collectivite: here, owners: [ANGELA] })).toHaveLength(1);
      expect((await dossiers.findForCitizen(key))?.form).toEqual(formOf());
    });

    it("from many tabs at once gives one dossier, one number, one trace", async () => {
      const { dossiers, here, key } = await begin();
      const receipts = await Promise.all(Array.from({ length: 8 }, () => dossiers.send({ ...key, ...rest })));
      expect(new Set(receipts.map(({ number }) => number)).size).toBe(1);
      expect(receipts.filter(({ alreadySent }) => !alreadySent)).toHaveLength(1);
      expect(await dossiers.journal.accessesTo({ collectivite: here, dossier: key.id })).toHaveLength(1);
    });

    it("while a late source is saved still sends once", async () => {
      const { dossiers, key } = await begin();
      const [receipt] = await Promise.all([
        dossiers.send({ ...key, ...rest }),
        dossiers.drafts.change({ ...key, change: () => stateOf({ late: true }) }).catch(() => undefined),
      ]);
      expect(receipt.alreadySent).toBe(false);
      expect(await dossiers.drafts.find(key)).toBeUndefined();
    });

    it("is refused where another tab saved after the answers were checked", async () => {
      const { dossiers, key } = await begin();
      await dossiers.drafts.save({ ...key, state: stateOf({ a: 1 }) });
      const send = dossiers.send({ ...key, ...rest, expectedRevision: 1 });
      await expect(send).rejects.toMatchObject({ code: "draft_changed", status: 409 });
      expect(await dossiers.send({ ...key, ...rest, expectedRevision: 2 })).toMatchObject({
        alreadySent: false,
      });
    });

    it("is refused where another tab saves in the very moment of sending", async () => {
      const plain = createVault({ key: newKey() });
      let meanwhile: (() => Promise<unknown>) | undefined;
      const vault: Vault = {
        ...plain,
        seal: async (value, context) => {
          const tab = meanwhile;
          meanwhile = undefined;
          await tab?.();
          return plain.seal(value, context);
        },
      };
      const { dossiers, key } = await begin({ vault });
      meanwhile = () => dossiers.drafts.save({ ...key, state: stateOf({ tab: 2 }) });
      await expect(dossiers.send({ ...key, ...rest, expectedRevision: 1 })).rejects.toMatchObject({
        code: "draft_changed",
      });
      expect((await dossiers.drafts.find(key))?.state.answers).toEqual({ tab: 2 });
    });

    it("is refused with the form of another procedure", async () => {
      const { dossiers, key } = await begin();
      const send = dossiers.send({ ...key, ...rest, form: formOf({}, "transport") });
      await expect(send).rejects.toMatchObject({ code: "form_mismatch", status: 409 });
    });

    it("lets the citizen begin another one for the same procedure", async () => {
      const set = await begin();
      const first = await set.dossiers.send({ ...set.key, ...rest });
      const second = await sendOne(set);
      expect(second.id).not.toBe(first.id);
      const list = await set.dossiers.listForCitizen({
        collectivite: set.here,
        owners: [ANGELA, ANGELA_PLUS],
      });
      expect(list.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    });

    it("at the counter names the agent, in the history and in the journal", async () => {
      const { dossiers, here } = await begin();
      const owner = { platform: "counter", sub: "entry-1" } as const;
      const draft = await dossiers.drafts.open({ collectivite: here, procedure, owner, initial: stateOf() });
      const key = { collectivite: here, owners: [owner], id: draft.id };
      await dossiers.send({ ...key, ...rest, agent: AGENT });
      const dossier = await dossiers.forAgent({ collectivite: here, id: draft.id });
      expect(dossier?.history).toMatchObject([{ type: "sent", actor: "agent", agent: AGENT.name }]);
      expect(await dossiers.journal.accessesTo({ collectivite: here, dossier: draft.id })).toMatchObject([
        { actor: "agent", action: "entered" },
      ]);
    });

    it("draws another number where the first is taken", async () => {
      let draws = 0;
      const set = await begin({ random: () => (draws++ < 12 ? 0 : draws % 25) });
      const first = await set.dossiers.send({ ...set.key, ...rest });
      const second = await sendOne(set);
      expect(first.number).toBe("2026-RS-222222");
      expect(second.number).not.toBe(first.number);
    });

    it("shows nothing personal in its tables", async () => {
      const { dossiers, key, store } = await begin();
      await dossiers.send({ ...key, ...rest });
      const tables = [
        await store.db.selectFrom("dossiers").selectAll().execute(),
        await store.db.selectFrom("dossier_events").selectAll().execute(),
        await store.db.selectFrom("journal").selectAll().execute(),
      ];
      for (const secret of ["DUBOIS", "06 12", ANGELA.sub])
        expect(JSON.stringify(tables)).not.toContain(secret);
      // As a figure: the same digits may stand inside a random id.
      expect(JSON.stringify(tables)).not.toMatch(/\b1045\b/);
    });
  });

  describe("somebody else", () => {
    it.each([
      ["another citizen", { owners: [MALLORY] }],
      ["nobody", { owners: [] }],
      ["an address that is no id", { id: "../\u0000" }],
    ])("(%s) neither sends it nor reads it", async (_, wrong) => {
      const { dossiers, key } = await begin();
      const theirs = { ...key, ...wrong };
      await expect(dossiers.send({ ...theirs, ...rest })).rejects.toMatchObject({ code: "draft_not_found" });
      await dossiers.send({ ...key, ...rest });
      await expect(dossiers.send({ ...theirs, ...rest })).rejects.toMatchObject({ code: "draft_not_found" });
      expect(await dossiers.findForCitizen(theirs)).toBeUndefined();
      await expect(dossiers.withdraw(theirs)).rejects.toMatchObject({
        code: "dossier_not_found",
        status: 404,
      });
    });

    it("in another collectivité, citizen or agent, does not see it", async () => {
      const { dossiers, key, elsewhere } = await begin();
      const { number } = await dossiers.send({ ...key, ...rest });
      const there = { ...key, collectivite: elsewhere };
      expect(await dossiers.findForCitizen(there)).toBeUndefined();
      expect(await dossiers.listForCitizen(there)).toEqual([]);
      expect(await dossiers.forAgent(there)).toBeUndefined();
      expect(await dossiers.inbox(there)).toEqual({ rows: [] });
      expect(await dossiers.inbox({ collectivite: elsewhere, number })).toEqual({ rows: [] });
      expect(Object.values(await dossiers.counts(there)).every((count) => count === 0)).toBe(true);
      expect(await dossiers.journal.accessesTo({ collectivite: elsewhere, dossier: key.id })).toEqual([]);
      const decision = { type: "taken" } as const;
      const decide = dossiers.decide({ ...there, expectedRevision: 1, decision, agent: AGENT });
      await expect(decide).rejects.toMatchObject({ code: "dossier_not_found" });
    });

    it("who writes their own name on it in the database gets nothing", async () => {
      const set = await begin();
      await set.dossiers.send({ ...set.key, ...rest });
      const theirs = await sendOne(set, { owner: MALLORY });
      const { owner } = await set.store.db
        .selectFrom("dossiers")
        .select("owner")
        .where("id", "=", theirs.id)
        .executeTakeFirstOrThrow();
      await set.store.db.updateTable("dossiers").set({ owner }).where("id", "=", set.key.id).execute();
      expect(await set.dossiers.findForCitizen({ ...set.key, owners: [MALLORY] })).toBeUndefined();
    });

    it("who copies a form, a name or an event from one row to another is found out", async () => {
      const set = await begin();
      await set.dossiers.send({ ...set.key, ...rest });
      const theirs = await sendOne(set, { owner: MALLORY });
      const { db } = set.store;
      const mine = await db
        .selectFrom("dossiers")
        .selectAll()
        .where("id", "=", set.key.id)
        .executeTakeFirstOrThrow();
      const read = () => set.dossiers.forAgent({ collectivite: set.here, id: theirs.id });
      for (const column of ["sealed", "sealed_applicant"] as const) {
        const before = await db
          .selectFrom("dossiers")
          .select(column)
          .where("id", "=", theirs.id)
          .executeTakeFirstOrThrow();
        await db
          .updateTable("dossiers")
          .set({ [column]: mine[column] })
          .where("id", "=", theirs.id)
          .execute();
        await expect(read()).rejects.toMatchObject({ code: "seal_broken" });
        await db.updateTable("dossiers").set(before).where("id", "=", theirs.id).execute();
      }
      expect(await read()).toBeDefined();
      const event = await db
        .selectFrom("dossier_events")
        .select("sealed")
        .where("dossier_id", "=", mine.id)
        .executeTakeFirstOrThrow();
      await db.updateTable("dossier_events").set(event).where("dossier_id", "=", theirs.id).execute();
      await expect(read()).rejects.toMatchObject({ code: "seal_broken" });
    });
  });

  it("a rotated key loses nobody's dossier", async () => {
    const [oldKey, newerKey] = [newKey(), newKey()];
    const store = await database.fresh();
    const before = await scene(store, { vault: createVault({ key: oldKey }) });
    const { id } = await sendOne(before);
    const after = await scene(store, { vault: createVault({ key: newerKey, previousKeys: [oldKey] }) });
    const key = { collectivite: after.here, owners: [ANGELA], id };
    expect(await after.dossiers.findForCitizen(key)).toMatchObject({ applicant: "Angela DUBOIS" });
    expect(await after.dossiers.listForCitizen(key)).toHaveLength(1);
    expect(await after.dossiers.send({ ...key, ...rest })).toMatchObject({ alreadySent: true });
  });
});
