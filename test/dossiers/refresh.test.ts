import { describe, expect, it } from "vitest";
import type { Dossiers } from "../../src/dossiers/index.ts";
import type { FilledForm, FormState, SourceReadAgain } from "../../src/procedures/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, formOf, OTHER_AGENT, scene, stateOf } from "../support/dossiers.ts";

const IDENTITY = {
  platform: "franceconnect",
  level: "eidas1",
  authenticatedAt: "2026-11-22T09:58:00.000Z",
  identity: {
    givenNames: ["Angela"],
    familyName: "DUBOIS",
    birthdate: "1962-08-24",
    birthplace: "75107",
    birthcountry: "99100",
    gender: "female",
    email: "angela@exemple.fr",
  },
} as const;
const DAY = 86_400_000;
const MINUTE = 60_000;
const CALL = { route: "quotient-familial", outcome: "received", requestId: "req-2" } as const;

/** The source's new word, beside the one that the form received. */
const reading =
  (quotient: number) =>
  (form: FilledForm): SourceReadAgain => {
    const [sent] = form.fields;
    const provenance = { source: "api-particulier", provider: "CNAF", fetchedAt: "2026-11-23T10:00:00.000Z" };
    return {
      source: "qf",
      state: { state: "received", at: "2026-11-23T10:00:00.000Z" },
      fields: [
        {
          name: "quotient",
          label: "Quotient familial",
          same: sent?.value === quotient,
          received: {
            value: quotient,
            display: [String(quotient)],
            provenance: { ...provenance, source: "api-particulier" },
          },
        },
      ],
    };
  };

onEachDatabase((database) => {
  const begin = async (change: Partial<FormState> = { identity: IDENTITY }) => {
    const set = await scene(await database.fresh());
    const draft = await set.dossiers.drafts.open({
      collectivite: set.here,
      procedure: "restauration-scolaire",
      owner: ANGELA,
      initial: { ...stateOf(), ...change },
    });
    const { id } = await set.dossiers.send({
      collectivite: set.here,
      owners: [ANGELA],
      id: draft.id,
      form: formOf(),
      applicant: "Angela DUBOIS",
      retentionMonths: 12,
    });
    const place = { collectivite: set.here, id };
    const now = () => Date.parse("2026-11-22T10:00:00.000Z");
    const take = (minutes = 2) =>
      set.dossiers.refreshes.take({ ...place, source: "qf", until: new Date(now() + minutes * MINUTE) });
    const keep = (more: Partial<Parameters<Dossiers["refreshes"]["keep"]>[0]> = {}) =>
      set.dossiers.refreshes.keep({
        ...place,
        source: "qf",
        agent: AGENT,
        purpose: "Vérifier une donnée contestée par l’usager",
        fields: ["quotient"],
        call: CALL,
        again: new Date(now() + DAY),
        read: reading(812),
        ...more,
      });
    const journal = () => set.dossiers.journal.accessesTo({ collectivite: set.here, dossier: id });
    return { ...set, id, place, take, keep, journal };
  };

  describe("who a dossier is about", () => {
    it("is kept while it is undecided, without the address, and erased by the decision", async () => {
      const { dossiers, store, place } = await begin();
      const open = await dossiers.forAgent(place);
      expect(open?.identity).toEqual({
        givenNames: ["Angela"],
        familyName: "DUBOIS",
        birthdate: "1962-08-24",
        birthplace: "75107",
        birthcountry: "99100",
        gender: "female",
      });
      const row = await store.db.selectFrom("dossiers").selectAll().executeTakeFirstOrThrow();
      expect(JSON.stringify(row)).not.toContain("DUBOIS");
      const decision = { type: "accepted" } as const;
      const decided = await dossiers.decide({ ...place, expectedRevision: 1, decision, agent: AGENT });
      expect(decided.identity).toBeUndefined();
      const after = await store.db.selectFrom("dossiers").select("sealed_identity").executeTakeFirstOrThrow();
      expect(after.sealed_identity).toBeNull();
    });

    it.each([
      ["nobody proved an identity", {}],
      ["it was filed for somebody else", { identity: IDENTITY, beneficiary: "other" as const }],
    ])("is not kept where %s", async (_why, change) => {
      const { dossiers, place } = await begin(change);
      expect((await dossiers.forAgent(place))?.identity).toBeUndefined();
    });
  });

  describe("asking a source again", () => {
    it("is one agent's at a time", async () => {
      const { take } = await begin();
      const taken = await Promise.all([take(), take(), take()]);
      expect(taken.filter(({ taken: mine }) => mine)).toHaveLength(1);
      expect(taken.find(({ taken: mine }) => !mine)).toEqual({
        taken: false,
        again: "2026-11-22T10:02:00.000Z",
      });
    });

    it("is possible again once the wait is over, and never locked for longer by a process that stopped", async () => {
      const { take, later } = await begin();
      await take();
      later(3 * MINUTE);
      expect(await take(5)).toEqual({ taken: true });
    });

    it("waits as long as the answer says, for each dossier and source", async () => {
      const { take, keep, dossiers, place } = await begin();
      await take();
      await keep();
      expect(await take()).toEqual({ taken: false, again: "2026-11-23T10:00:00.000Z" });
      expect(await dossiers.refreshes.waits(place)).toEqual({ qf: "2026-11-23T10:00:00.000Z" });
    });

    it("is of this collectivité's dossiers only", async () => {
      const { dossiers, elsewhere, id, take } = await begin();
      await take();
      const stray = { collectivite: elsewhere, id };
      await expect(
        dossiers.refreshes.take({ ...stray, source: "qf", until: new Date() }),
      ).rejects.toMatchObject({ code: "dossier_not_found" });
      expect(await dossiers.refreshes.waits(stray)).toEqual({});
    });
  });

  describe("what a source says the second time", () => {
    it("stands beside the form as it was sent, with its trace", async () => {
      const { keep, journal, dossiers, here } = await begin();
      const dossier = await keep({ remark: "L’usager dit que sa situation a changé." });
      expect(dossier).toMatchObject({ state: "sent", revision: 2 });
      expect(dossier?.form).toEqual(formOf());
      expect(dossier?.history.at(-1)).toMatchObject({
        type: "refreshed",
        agent: "Camille Agent",
        reason: "L’usager dit que sa situation a changé.",
        read: { source: "qf", fields: [{ name: "quotient", same: false, received: { value: 812 } }] },
      });
      expect((await journal()).at(-1)).toMatchObject({
        action: "refreshed",
        actor: "agent",
        purpose: "Vérifier une donnée contestée par l’usager",
        fields: ["quotient"],
        call: CALL,
      });
      expect(JSON.stringify(await journal())).not.toMatch(/812|situation/);
      expect(await dossiers.counts({ collectivite: here })).toMatchObject({ sent: 1, in_review: 0 });
    });

    it("is only traced where nobody answered", async () => {
      const { keep, journal, dossiers, place } = await begin();
      const kept = await dossiers.refreshes.keep({
        ...place,
        source: "qf",
        agent: AGENT,
        purpose: "Actualiser",
        fields: [],
        again: new Date(0),
        call: { route: CALL.route, outcome: "unavailable" },
      });
      expect(kept).toBeUndefined();
      expect((await dossiers.forAgent(place))?.history).toHaveLength(1);
      expect((await journal()).at(-1)).toMatchObject({
        action: "refreshed",
        call: { outcome: "unavailable" },
      });
      expect(await keep()).toBeDefined();
    });

    it("is only traced where the dossier was decided meanwhile: nothing is kept of it", async () => {
      const { keep, journal, dossiers, place } = await begin();
      const decision = { type: "accepted" } as const;
      await dossiers.decide({ ...place, expectedRevision: 1, decision, agent: OTHER_AGENT });
      expect(await keep()).toBeUndefined();
      const dossier = await dossiers.forAgent(place);
      expect(dossier?.history.map(({ type }) => type)).toEqual(["sent", "accepted"]);
      expect((await journal()).at(-1)).toMatchObject({ action: "refreshed", call: CALL });
    });

    it("is compared with the form as the citizen has corrected it meanwhile", async () => {
      const { keep, dossiers, place } = await begin();
      await dossiers.decide({
        ...place,
        expectedRevision: 1,
        decision: { type: "correction_requested", reason: "Le numéro manque.", fields: ["telephone"] },
        agent: AGENT,
      });
      let seen = "";
      await keep({
        read: (form) => {
          seen = String(form.fields.find(({ name }) => name === "telephone")?.value);
          return reading(812)(form);
        },
      });
      await dossiers.correct({
        ...place,
        owners: [ANGELA],
        form: formOf({ telephone: "07 00 00 00 00" }),
        expectedRevision: 3,
      });
      expect(seen).toBe("06 12 34 56 78");
      await keep({
        read: (form) => {
          seen = String(form.fields.find(({ name }) => name === "telephone")?.value);
          return reading(812)(form);
        },
      });
      expect(seen).toBe("07 00 00 00 00");
    });

    it("makes a decision taken before it one that has to be looked at again", async () => {
      const { keep, dossiers, place } = await begin();
      await keep();
      await expect(
        dossiers.decide({
          ...place,
          expectedRevision: 1,
          decision: { type: "accepted" },
          agent: OTHER_AGENT,
        }),
      ).rejects.toMatchObject({ code: "dossier_changed" });
    });

    it("survives three agents writing at once: each answer is one event", async () => {
      const { keep, dossiers, place } = await begin();
      await Promise.all([1, 2, 3].map((quotient) => keep({ read: reading(quotient) })));
      const dossier = await dossiers.forAgent(place);
      const events = dossier?.history.filter(({ type }) => type === "refreshed") ?? [];
      expect(events.length).toBe(3);
      expect(await dossiers.journal.verify({ collectivite: place.collectivite })).toMatchObject({
        intact: true,
      });
    });

    it("is forgotten with the dossier", async () => {
      const { take, keep, dossiers, store, place, later } = await begin();
      await take();
      await keep();
      await dossiers.decide({ ...place, expectedRevision: 2, decision: { type: "accepted" }, agent: AGENT });
      later("2028-11-22T10:00:00.000Z");
      await dossiers.expire();
      expect(await store.db.selectFrom("source_refreshes").selectAll().execute()).toEqual([]);
    });
  });
});
