import { describe, expect, it } from "vitest";
import { createOnboarding } from "../../src/onboarding/index.ts";
import { createVault } from "../../src/storage/index.ts";
import { newKey, onEachDatabase } from "../support/databases.ts";
import { BORDEAUX, smallOnboarding } from "./support.ts";

describe("a milestone told by hand", () => {
  onEachDatabase((database) => {
    const open = async () => (await smallOnboarding(await database.fresh())).onboarding;
    const byHand = { territory: BORDEAUX.siren, source: "agent" } as const;

    it("stands with its day, its source and what proves it", async () => {
      const onboarding = await open();
      await onboarding.tell({
        ...byHand,
        milestone: "deliberation",
        at: "2022-02-03",
        evidence: { note: "D-2022/12" },
      });
      const timeline = await onboarding.timeline(BORDEAUX.siren);
      expect(timeline?.reached).toEqual({ deliberation: "2022-02-03" });
      expect(timeline?.history[0]).toMatchObject({
        source: "agent",
        evidence: { note: "D-2022/12" },
        recordedAt: "2022-03-01T10:00:00.000Z",
      });
      expect(timeline?.next?.slug).toBe("habilitation-franceconnect");
      expect(timeline?.waiting).toBe(26);
    });

    it("is corrected by another event: both stay in the history", async () => {
      const onboarding = await open();
      await onboarding.tell({ ...byHand, milestone: "production", at: "2021-01-01" });
      const wrong = (await onboarding.timeline(BORDEAUX.siren))?.history[0]?.reference ?? "";
      await onboarding.tell({ ...byHand, milestone: "production", at: "2022-01-15", corrects: wrong });
      const timeline = await onboarding.timeline(BORDEAUX.code);
      expect(timeline?.reached).toEqual({ production: "2022-01-15" });
      expect(timeline?.history.map(({ at }) => at)).toEqual(["2021-01-01", "2022-01-15"]);
    });

    it("steps back when it is withdrawn", async () => {
      const onboarding = await open();
      await onboarding.tell({ ...byHand, milestone: "production", at: "2021-01-01" });
      await onboarding.tell({ ...byHand, milestone: "production", at: "2022-01-01", action: "withdrawn" });
      expect((await onboarding.timeline(BORDEAUX.siren))?.reached).toEqual({});
    });

    it.each([
      ["territory_unknown", { territory: "999999999" }],
      ["milestone_unknown", { milestone: "finished" }],
      ["date_invalid", { at: "2022-03-02" }],
      ["date_invalid", { at: "31/02/2022" }],
      ["reference_unknown", { corrects: "open-data:nothing" }],
    ])("is refused with %s for %o, and nothing is written", async (code, wrong) => {
      const onboarding = await open();
      await expect(onboarding.tell({ ...byHand, milestone: "production", ...wrong })).rejects.toMatchObject({
        code,
        operatorHint: expect.any(String),
      });
      expect((await onboarding.timeline(BORDEAUX.siren))?.history).toEqual([]);
    });

    it("cannot correct an event of another collectivité", async () => {
      const onboarding = await open();
      await onboarding.tell({ ...byHand, territory: "213105554", milestone: "production" });
      const reference = (await onboarding.timeline("213105554"))?.history[0]?.reference ?? "";
      await expect(
        onboarding.tell({ ...byHand, milestone: "production", corrects: reference }),
      ).rejects.toMatchObject({ code: "reference_unknown" });
    });
  });
});

describe("the agent who records a step by hand", () => {
  onEachDatabase((database) => {
    async function open() {
      const store = await database.fresh();
      await smallOnboarding(store);
      const vault = createVault({ key: newKey() });
      const onboarding = createOnboarding({ store, vault, now: () => new Date("2022-03-01T10:00:00Z") });
      const record = (territory: string, agent: string) =>
        onboarding.tell({ territory, milestone: "deliberation", source: "agent", agent });
      return { store, onboarding, record };
    }
    const TOULOUSE = "213105554";

    it("is named beside it, for those who ask by the event", async () => {
      const { onboarding, record } = await open();
      await record(BORDEAUX.siren, "Camille Dupont");
      await record(TOULOUSE, "Sacha Petit");
      const reference = (await onboarding.timeline(BORDEAUX.siren))?.history[0]?.reference ?? "";
      expect([...(await onboarding.recordedBy(BORDEAUX.code))]).toEqual([[reference, "Camille Dupont"]]);
    });

    it("is in no timeline, which the public page shows, and in no table in clear", async () => {
      const { store, onboarding, record } = await open();
      await record(BORDEAUX.siren, "Camille Dupont");
      expect(JSON.stringify(await onboarding.timeline(BORDEAUX.siren))).not.toMatch(/Camille|Dupont/);
      const rows = await store.db.selectFrom("onboarding_events").selectAll().execute();
      expect(rows[0]?.agent).toEqual(expect.any(String));
      expect(JSON.stringify(rows)).not.toMatch(/Camille|Dupont/);
    });

    it("is forgotten after 36 months, as in the journal; what was recorded stays", async () => {
      const { store, onboarding, record } = await open();
      await record(BORDEAUX.siren, "Camille Dupont");
      const later = (day: string) => createOnboarding({ store, now: () => new Date(`${day}T10:00:00Z`) });
      expect(await later("2025-02-28").expire()).toEqual({ agentNames: 0 });
      expect(await later("2025-03-01").expire()).toEqual({ agentNames: 1 });
      expect([...(await onboarding.recordedBy(BORDEAUX.code))]).toEqual([]);
      expect((await onboarding.timeline(BORDEAUX.siren))?.history).toHaveLength(1);
    });

    it("cannot be moved to another step: the sealed name opens beside its own only", async () => {
      const { store, onboarding, record } = await open();
      await record(BORDEAUX.siren, "Camille Dupont");
      await record(BORDEAUX.siren, "Sacha Petit");
      const [one] = await store.db.selectFrom("onboarding_events").selectAll().orderBy("sequence").execute();
      await store.db
        .updateTable("onboarding_events")
        .set({ agent: one?.agent ?? null })
        .execute();
      await expect(onboarding.recordedBy(BORDEAUX.code)).rejects.toMatchObject({ code: "seal_broken" });
    });

    it("is refused where there is no vault to seal the name, and nothing is written", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      await expect(
        onboarding.tell({
          territory: BORDEAUX.siren,
          milestone: "contact",
          source: "agent",
          agent: "Camille Dupont",
        }),
      ).rejects.toMatchObject({
        code: "vault_missing",
        message: expect.not.stringContaining("Camille"),
      });
      expect((await onboarding.timeline(BORDEAUX.siren))?.history).toEqual([]);
    });
  });
});

describe("the gateway's own facts", () => {
  onEachDatabase((database) => {
    it("are told once, whoever asks and however often", async () => {
      const store = await database.fresh();
      const one = (await smallOnboarding(store)).onboarding;
      const two = (await smallOnboarding(store)).onboarding;
      const told = await Promise.all([
        one.recordFirstLogin(BORDEAUX.siren),
        one.recordFirstLogin(BORDEAUX.siren),
        two.recordFirstLogin(BORDEAUX.siren),
      ]);
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await one.recordFirstPrefilledDossier(BORDEAUX.siren)).toBe(true);
      const timeline = await two.timeline(BORDEAUX.siren);
      expect(timeline?.history.map(({ source, milestone }) => [source, milestone])).toEqual([
        ["gateway", "first-login"],
        ["gateway", "first-prefilled"],
      ]);
      expect(timeline?.next).toBeUndefined();
    });

    it("never fail a login of a collectivité that no registry knows", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      expect(await onboarding.recordFirstLogin("999999999")).toBe(false);
    });
  });
});

describe("a collectivité", () => {
  onEachDatabase((database) => {
    it("is found by its SIREN, its SIRET, or the beginning of its name", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const names = async (words: string) => (await onboarding.search(words)).map(({ name }) => name);
      expect(await names("213 300 635")).toEqual(["Bordeaux"]);
      expect(await names(BORDEAUX.siret)).toEqual(["Bordeaux"]);
      expect(await names("bordeaux")).toEqual(["Bordeaux Métropole", "Bordeaux"]);
      expect(await names("%")).toEqual([]);
      expect(await names("  ")).toEqual([]);
      expect(await names("'; drop table onboarding_events; --")).toEqual([]);
    });

    it("has an indication of funding that says its rule, never a decision", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      const funding = async (key: string) => (await onboarding.timeline(key))?.funding;
      expect(await funding("213105554")).toMatchObject({ eligible: true, upTo: 75 });
      expect(await funding("departement:33")).toMatchObject({ eligible: true, upTo: 75 });
      expect(await funding("212400980")).toMatchObject({ eligible: false, upTo: 0 });
      expect((await funding("212400980"))?.because).toMatch(/2\s900 habitants/);
    });

    it("that nobody knows has no timeline", async () => {
      const { onboarding } = await smallOnboarding(await database.fresh());
      expect(await onboarding.timeline("999999999")).toBeUndefined();
    });
  });
});
