import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilledForm } from "../../../src/procedures/index.ts";
import { migrate, openDatabase } from "../../../src/storage/index.ts";
import { onEachDatabase } from "../../support/databases.ts";
import {
  AGENT,
  ANGELA,
  formOf,
  MALLORY,
  type Scene,
  scene,
  sendOne,
  stateOf,
} from "../../support/dossiers.ts";

const procedure = "restauration-scolaire";
const MONTH = { from: "2026-11", to: "2026-11" };
const DAY = 86_400_000;

const figuresOf = async ({ dossiers, here }: Scene, months = MONTH) =>
  (await dossiers.quality.figures({ collectivite: here, ...months })).get(procedure) ?? {};

async function begin({ dossiers, here }: Scene, owner = ANGELA, completed: readonly string[] = []) {
  const draft = await dossiers.drafts.open({ collectivite: here, procedure, owner, initial: stateOf() });
  const key = { collectivite: here, owners: [owner], id: draft.id };
  const sent: string[] = [];
  for (const step of completed) {
    sent.push(step);
    await dossiers.drafts.save({ ...key, state: { ...stateOf(), completed: [...sent] } });
  }
  return key;
}

const rest = { applicant: "Angela DUBOIS", retentionMonths: 12 };

onEachDatabase((database) => {
  const open = async () => scene(await database.fresh());

  describe("what is counted", () => {
    it("is a form's figures when it is sent: filled, corrected, contested, by origin; documents spared", async () => {
      const set = await open();
      const [quotient, telephone] = formOf().fields as [FilledForm["fields"][0], FilledForm["fields"][0]];
      const at = "2026-11-22T09:59:00.000Z";
      const form: FilledForm = {
        ...formOf(),
        fields: [
          { ...quotient, contested: { reason: "faux", at } },
          { ...quotient, name: "adresse", policy: "correctable", correction: { at } },
          {
            ...telephone,
            name: "nom",
            received: { value: "x", display: ["x"], provenance: { source: "franceconnect" } },
          },
          telephone,
        ],
        documentsSpared: ["qf"],
      };
      await sendOne(set, { form });
      expect(await figuresOf(set)).toEqual({
        opened: { "": 1 },
        sent: { "": 1 },
        fields: { "": 4 },
        prefilled: { CNAF: 2, franceconnect: 1 },
        corrected: { CNAF: 1 },
        contested: { CNAF: 1 },
        spared: { qf: 1 },
      });
    });

    it("is counted once, however often it is sent", async () => {
      const set = await open();
      const key = await begin(set);
      await Promise.all(
        Array.from({ length: 6 }, () => set.dossiers.send({ ...key, ...rest, form: formOf() })),
      );
      await set.dossiers.send({ ...key, ...rest, form: formOf() });
      expect(await figuresOf(set)).toMatchObject({ opened: { "": 1 }, sent: { "": 1 }, fields: { "": 2 } });
    });

    it("is counted once, in however many tabs a form is opened", async () => {
      const set = await open();
      await Promise.all(Array.from({ length: 6 }, () => begin(set)));
      expect(await figuresOf(set)).toEqual({ opened: { "": 1 } });
    });

    it("is counted apart at the counter", async () => {
      const set = await open();
      const key = await begin(set, { platform: "counter", sub: "entry-1" });
      await set.dossiers.send({ ...key, ...rest, form: formOf(), agent: AGENT });
      expect(await figuresOf(set)).toMatchObject({ entered: { "": 1 } });
      expect(await figuresOf(set)).not.toHaveProperty("sent");
    });

    it("is a call to a provider, with its outcome, in the transaction of its trace", async () => {
      const set = await open();
      for (const outcome of ["received", "unavailable", "unavailable"]) {
        await set.dossiers.journal.record({
          collectivite: set.here,
          actor: { kind: "citizen", owner: ANGELA },
          action: "fetched",
          procedure,
          call: { route: "quotient-familial", outcome },
        });
      }
      expect((await figuresOf(set)).fetched).toEqual({
        "quotient-familial received": 1,
        "quotient-familial unavailable": 2,
      });
    });

    it("stays within its collectivité and its months", async () => {
      const set = await open();
      await sendOne(set);
      await sendOne(set, { collectivite: set.elsewhere });
      set.later("2026-12-31T23:30:00.000Z");
      await sendOne(set, { owner: MALLORY });
      expect((await figuresOf(set)).sent).toEqual({ "": 1 });
      expect((await figuresOf(set, { from: "2026-12", to: "2026-12" })).sent).toBeUndefined();
      expect((await figuresOf(set, { from: "2026-11", to: "2027-01" })).sent).toEqual({ "": 2 });
    });

    it("names nobody and nothing that was written", async () => {
      const set = await open();
      await begin(set, ANGELA, ["vous"]);
      await sendOne(set);
      const rows = JSON.stringify(await set.store.db.selectFrom("quality_counts").selectAll().execute());
      for (const secret of ["DUBOIS", "06 12", "1045", ANGELA.sub]) expect(rows).not.toContain(secret);
    });
  });

  describe("a form that is left", () => {
    it("is counted by the furthest step when it expires, not by the one corrected last", async () => {
      const set = await open();
      const key = await begin(set, ANGELA, ["vous", "foyer"]);
      await set.dossiers.drafts.save({ ...key, state: { ...stateOf(), completed: ["foyer", "vous"] } });
      await set.dossiers.drafts.save({ ...key, state: { ...stateOf(), completed: ["vous"] } });
      await begin(set, MALLORY);
      set.later(31 * DAY);
      await set.dossiers.expire();
      await set.dossiers.expire();
      expect((await figuresOf(set, { from: "2026-11", to: "2026-12" })).abandoned).toEqual({
        "": 1,
        foyer: 1,
      });
    });

    it("is idle after a week without a change, and no longer once it is touched", async () => {
      const set = await open();
      const key = await begin(set, ANGELA, ["vous"]);
      const drafts = async () =>
        (await set.dossiers.quality.drafts({ collectivite: set.here })).get(procedure);
      expect(await drafts()).toEqual({ underWay: 1, idle: {} });
      set.later(8 * DAY);
      expect(await drafts()).toEqual({ underWay: 1, idle: { vous: 1 } });
      await set.dossiers.drafts.save({ ...key, state: stateOf({ a: 1 }) });
      expect(await drafts()).toEqual({ underWay: 1, idle: {} });
    });

    it("is abandoned when its author removes it, once", async () => {
      const set = await open();
      const key = await begin(set, ANGELA, ["vous"]);
      await Promise.all([set.dossiers.drafts.remove(key), set.dossiers.drafts.remove(key)]);
      expect((await figuresOf(set)).abandoned).toEqual({ vous: 1 });
    });

    it("is not abandoned when its answers live on in another draft", async () => {
      const set = await open();
      await set.dossiers.drafts.remove({ ...(await begin(set)), merged: true });
      expect(await figuresOf(set)).toEqual({ opened: { "": 1 }, merged: { "": 1 } });
    });

    it("is abandoned when it had expired and another one is begun", async () => {
      const set = await open();
      await begin(set, ANGELA, ["vous"]);
      set.later(31 * DAY);
      await begin(set);
      expect(await figuresOf(set, { from: "2026-12", to: "2026-12" })).toEqual({
        opened: { "": 1 },
        abandoned: { vous: 1 },
      });
    });
  });
});

describe("the balance", () => {
  it("holds after whatever happens: every draft begun is under way, sent, abandoned or merged", async () => {
    const moves = ["begin", "step", "send", "remove", "merge", "wait", "expire"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...moves), fc.nat(2)), { minLength: 5, maxLength: 25 }),
        async (story) => {
          const store = await openDatabase("file::memory:");
          await migrate(store);
          const set = await scene(store);
          const { drafts } = set.dossiers;
          for (const [move, who] of story) {
            const owner = { platform: "franceconnect", sub: `citizen-${who}` } as const;
            const [mine] = await drafts.list({ collectivite: set.here, owners: [owner] });
            const key = { collectivite: set.here, owners: [owner], id: mine?.id ?? "" };
            if (move === "begin") await begin(set, owner);
            else if (move === "wait") set.later(20 * DAY);
            else if (move === "expire") await set.dossiers.expire();
            else if (!mine) continue;
            else if (move === "step")
              await drafts.save({ ...key, state: { ...stateOf(), completed: ["vous"] } });
            else if (move === "send") await set.dossiers.send({ ...key, ...rest, form: formOf() });
            else await drafts.remove({ ...key, merged: move === "merge" });
          }
          await set.dossiers.expire();
          const figures = await figuresOf(set, { from: "2026-01", to: "2099-12" });
          const underWay = (await set.dossiers.quality.drafts({ collectivite: set.here })).get(
            procedure,
          )?.underWay;
          const sum = (counts: Readonly<Record<string, number>> = {}) =>
            Object.values(counts).reduce((total, one) => total + one, 0);
          expect(sum(figures.opened)).toBe(
            sum(figures.sent) + sum(figures.abandoned) + sum(figures.merged) + (underWay ?? 0),
          );
          await store.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
