import { describe, expect, it } from "vitest";
import { createVault } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";
import { ANGELA, ANGELA_PLUS, MALLORY, scene, stateOf } from "../support/dossiers.ts";

const DAY = 86_400_000;
const procedure = "restauration-scolaire";

onEachDatabase((database) => {
  const begin = async () => {
    const set = await scene(await database.fresh());
    const { drafts } = set.dossiers;
    const draft = await drafts.open({
      collectivite: set.here,
      procedure,
      owner: ANGELA,
      initial: stateOf({ telephone: "06 12 34 56 78" }),
    });
    return { ...set, drafts, draft, key: { collectivite: set.here, owners: [ANGELA], id: draft.id } };
  };

  describe("a draft", () => {
    it("is found again as it was left", async () => {
      const { drafts, draft, here, key } = await begin();
      expect(draft).toMatchObject({ revision: 1, procedure, owner: ANGELA });
      expect(await drafts.find(key)).toEqual(draft);
      expect(await drafts.open({ collectivite: here, procedure, owner: ANGELA, initial: stateOf() })).toEqual(
        draft,
      );
      expect(
        await drafts.findByProcedure({ collectivite: here, procedure, owners: [ANGELA_PLUS, ANGELA] }),
      ).toEqual(draft);
    });

    it("is one, however many tabs open it at once", async () => {
      const { drafts, here } = await begin();
      const opened = await Promise.all(
        Array.from({ length: 6 }, () =>
          drafts.open({ collectivite: here, procedure: "transport", owner: ANGELA, initial: stateOf() }),
        ),
      );
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    });

    it("shows nothing personal in its table", async () => {
      const { store } = await begin();
      const table = JSON.stringify(await store.db.selectFrom("drafts").selectAll().execute());
      expect(table).not.toContain("06 12");
      expect(table).not.toContain(ANGELA.sub);
      expect(table).not.toContain(Buffer.from(ANGELA.sub).toString("base64url"));
    });

    it("is listed without its content, the latest first", async () => {
      const { drafts, draft, here, later } = await begin();
      later(1000);
      const other = await drafts.open({
        collectivite: here,
        procedure: "transport",
        owner: ANGELA_PLUS,
        initial: stateOf(),
      });
      const list = await drafts.list({ collectivite: here, owners: [ANGELA, ANGELA_PLUS] });
      expect(list.map(({ id }) => id)).toEqual([other.id, draft.id]);
      expect(list[0]).not.toHaveProperty("state");
      expect(list[0]).not.toHaveProperty("owner");
    });

    it("can be removed, twice", async () => {
      const { drafts, key } = await begin();
      await drafts.remove(key);
      await drafts.remove(key);
      expect(await drafts.find(key)).toBeUndefined();
    });

    it("is gone after thirty days without a change, and another one can begin", async () => {
      const { drafts, draft, here, key, later, dossiers } = await begin();
      later(29 * DAY);
      expect(await drafts.save({ ...key, state: stateOf() })).toMatchObject({ revision: 2 });
      later(29 * DAY);
      expect(await drafts.find(key)).toBeDefined();
      later(DAY);
      expect(await drafts.find(key)).toBeUndefined();
      expect(await drafts.list({ collectivite: here, owners: [ANGELA] })).toEqual([]);
      const next = await drafts.open({ collectivite: here, procedure, owner: ANGELA, initial: stateOf() });
      expect(next.id).not.toBe(draft.id);
      later(30 * DAY);
      expect(await dossiers.expire()).toMatchObject({ drafts: 1 });
    });

    it("keeps a name of two hundred characters, marks and all", async () => {
      const { drafts, key } = await begin();
      const name = `\u202Eé\u0000e\u0301\uD83D\uDE00${"x".repeat(200)}`;
      await drafts.save({ ...key, state: stateOf({ name }) });
      expect((await drafts.find(key))?.state.answers).toEqual({ name });
    });
  });

  describe("two tabs", () => {
    it("are told apart by the revision", async () => {
      const { drafts, key } = await begin();
      await drafts.save({ ...key, state: stateOf({ a: "first tab" }), expectedRevision: 1 });
      const second = drafts.save({ ...key, state: stateOf({ a: "second tab" }), expectedRevision: 1 });
      await expect(second).rejects.toMatchObject({
        name: "DossierError",
        code: "draft_changed",
        status: 409,
      });
      expect((await drafts.find(key))?.state.answers).toEqual({ a: "first tab" });
    });

    it("that save in the same instant cannot both win", async () => {
      const { drafts, key } = await begin();
      const saves = await Promise.allSettled(
        Array.from({ length: 5 }, (_, tab) =>
          drafts.save({ ...key, state: stateOf({ tab }), expectedRevision: 1 }),
        ),
      );
      expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });
  });

  describe("sources that settle late", () => {
    it("each add their part, whatever the citizen saves meanwhile", async () => {
      const { drafts, key } = await begin();
      const settle = (source: string) =>
        drafts.change({
          ...key,
          change: (state) => ({ ...state, answers: { ...state.answers, [source]: true } }),
        });
      await Promise.all([settle("qf"), settle("scolarite"), settle("bourse"), settle("transport")]);
      expect((await drafts.find(key))?.state.answers).toEqual({
        telephone: "06 12 34 56 78",
        qf: true,
        scolarite: true,
        bourse: true,
        transport: true,
      });
    });

    it("after the draft was removed change nothing", async () => {
      const { drafts, key } = await begin();
      await drafts.remove(key);
      expect(await drafts.change({ ...key, change: (state) => state })).toBeUndefined();
    });
  });

  describe("somebody else", () => {
    it.each([
      ["with another sub", { owners: [MALLORY] }],
      [
        "with the same sub on the other platform",
        { owners: [{ ...ANGELA, platform: "franceconnect-plus" as const }] },
      ],
      ["with no owner at all", { owners: [] }],
      ["with an id that is none", { id: "%00\u0000' or 1=1 --" }],
    ])("%s neither reads, changes nor removes it", async (_, wrong) => {
      const { drafts, key } = await begin();
      const theirs = { ...key, ...wrong };
      expect(await drafts.find(theirs)).toBeUndefined();
      expect(await drafts.change({ ...theirs, change: () => stateOf() })).toBeUndefined();
      expect(await drafts.hand({ ...theirs, to: MALLORY })).toBeUndefined();
      await expect(drafts.save({ ...theirs, state: stateOf() })).rejects.toMatchObject({
        code: "draft_not_found",
        status: 404,
      });
      await drafts.remove(theirs);
      expect(await drafts.find(key)).toMatchObject({ revision: 1 });
    });

    it("in another collectivité, even the citizen themself, does not see it", async () => {
      const { drafts, key, elsewhere } = await begin();
      expect(await drafts.find({ ...key, collectivite: elsewhere })).toBeUndefined();
      await drafts.remove({ ...key, collectivite: elsewhere });
      expect(await drafts.find(key)).toBeDefined();
    });

    it("who writes their own name on it in the database gets nothing", async () => {
      const { drafts, key, here, store } = await begin();
      const theirs = await drafts.open({
        collectivite: here,
        procedure: "transport",
        owner: MALLORY,
        initial: stateOf(),
      });
      const { owner } = await store.db
        .selectFrom("drafts")
        .select("owner")
        .where("id", "=", theirs.id)
        .executeTakeFirstOrThrow();
      await store.db.updateTable("drafts").set({ owner }).where("id", "=", key.id).execute();
      expect(await drafts.find({ ...key, owners: [MALLORY] })).toBeUndefined();
      await expect(drafts.save({ ...key, owners: [MALLORY], state: stateOf() })).rejects.toMatchObject({
        code: "draft_not_found",
      });
    });

    it("who copies its content into their own draft gets nothing", async () => {
      const { drafts, key, here, store } = await begin();
      const theirs = await drafts.open({ collectivite: here, procedure, owner: MALLORY, initial: stateOf() });
      const { sealed } = await store.db
        .selectFrom("drafts")
        .select("sealed")
        .where("id", "=", key.id)
        .executeTakeFirstOrThrow();
      await store.db.updateTable("drafts").set({ sealed }).where("id", "=", theirs.id).execute();
      await expect(drafts.find({ ...key, owners: [MALLORY], id: theirs.id })).rejects.toMatchObject({
        code: "seal_broken",
      });
    });

    it("cannot see in the database that two collectivités know the same person", async () => {
      const { drafts, elsewhere, store } = await begin();
      await drafts.open({ collectivite: elsewhere, procedure, owner: ANGELA, initial: stateOf() });
      const owners = await store.db.selectFrom("drafts").select("owner").execute();
      expect(new Set(owners.map(({ owner }) => owner)).size).toBe(2);
    });
  });

  describe("a draft begun without login", () => {
    const SESSION = { platform: "session", sub: "random-key-of-the-session" } as const;

    it("is handed to the citizen who logs in, and is the session's no more", async () => {
      const { drafts, here } = await begin();
      const own = await drafts.open({
        collectivite: here,
        procedure: "transport",
        owner: SESSION,
        initial: stateOf({ ligne: "A" }),
      });
      const key = { collectivite: here, owners: [SESSION], id: own.id };
      expect(await drafts.hand({ ...key, to: ANGELA })).toMatchObject({
        id: own.id,
        owner: ANGELA,
        state: stateOf({ ligne: "A" }),
      });
      expect(await drafts.find(key)).toBeUndefined();
    });

    it("does not replace the one they have", async () => {
      const { drafts, draft, here } = await begin();
      const own = await drafts.open({ collectivite: here, procedure, owner: SESSION, initial: stateOf() });
      const hand = drafts.hand({ collectivite: here, owners: [SESSION], id: own.id, to: ANGELA });
      await expect(hand).rejects.toMatchObject({ code: "draft_exists", status: 409 });
      expect(await drafts.find({ collectivite: here, owners: [ANGELA], id: draft.id })).toEqual(draft);
    });
  });

  it("a rotated key loses nobody's draft", async () => {
    const [oldKey, newerKey] = [newKey(), newKey()];
    const store = await database.fresh();
    const before = await scene(store, { vault: createVault({ key: oldKey }) });
    const draft = await before.dossiers.drafts.open({
      collectivite: before.here,
      procedure,
      owner: ANGELA,
      initial: stateOf({ a: "b" }),
    });
    const after = await scene(store, { vault: createVault({ key: newerKey, previousKeys: [oldKey] }) });
    const { drafts } = after.dossiers;
    expect(
      await drafts.open({ collectivite: after.here, procedure, owner: ANGELA, initial: stateOf() }),
    ).toEqual(draft);
    const saved = await drafts.save({
      collectivite: after.here,
      owners: [ANGELA],
      id: draft.id,
      state: stateOf({ a: "c" }),
    });
    expect(saved).toMatchObject({ id: draft.id, revision: 2 });
  });
});
