import { describe, expect, it } from "vitest";
import { onEachDatabase } from "../../support/databases.ts";
import { AGENT, ANGELA, formOf, MALLORY, scene, sendOne, stateOf } from "../../support/dossiers.ts";

const procedure = "restauration-scolaire";
const TEXT = "Trop de pages, mais la dame du guichet est charmante.";
const opinion = { satisfaction: "good", clarity: 4, help: ["counter"], reached: true, text: TEXT } as const;

onEachDatabase((database) => {
  const sent = async () => {
    const set = await scene(await database.fresh());
    const { id } = await sendOne(set);
    const { quality } = set.dossiers;
    const ticket = String(await quality.ticketFor({ collectivite: set.here, dossier: id }));
    return { ...set, id, quality, use: { collectivite: set.here, procedure, ticket } };
  };

  describe("an opinion", () => {
    it("is given once for each sending", async () => {
      const { quality, use, here, id } = await sent();
      expect(await quality.isTicketOpen(use)).toBe(true);
      expect(await quality.giveOpinion({ ...use, opinion })).toBe(true);
      expect(await quality.giveOpinion({ ...use, opinion })).toBe(false);
      expect(await quality.isTicketOpen(use)).toBe(false);
      expect(await quality.ticketFor({ collectivite: here, dossier: id })).toBeUndefined();
    });

    it("is kept once, however many tabs give it at once", async () => {
      const { quality, use, store } = await sent();
      const given = await Promise.all(
        Array.from({ length: 6 }, () => quality.giveOpinion({ ...use, opinion })),
      );
      expect(given.filter(Boolean)).toHaveLength(1);
      expect(await store.db.selectFrom("quality_opinions").select("id").execute()).toHaveLength(1);
    });

    it("is not given with the ticket of another procedure, of another collectivité, or an invented one", async () => {
      const { quality, use, elsewhere } = await sent();
      for (const wrong of [
        { procedure: "creche" },
        { collectivite: elsewhere },
        { ticket: "A".repeat(43) },
        { ticket: "" },
        { ticket: "\u0000' or 1=1" },
      ]) {
        expect(await quality.isTicketOpen({ ...use, ...wrong })).toBe(false);
        expect(await quality.giveOpinion({ ...use, ...wrong, opinion })).toBe(false);
      }
      expect(await quality.isTicketOpen(use)).toBe(true);
    });

    it("is not given later than three months after the sending", async () => {
      const { quality, use, later, dossiers, store } = await sent();
      later(91 * 86_400_000);
      expect(await quality.giveOpinion({ ...use, opinion })).toBe(false);
      await dossiers.expire();
      expect(await store.db.selectFrom("quality_tickets").selectAll().execute()).toEqual([]);
    });

    it("is not asked of an agent who typed for somebody at the counter", async () => {
      const { dossiers, here, quality } = await sent();
      const owner = { platform: "counter", sub: "entry-1" } as const;
      const draft = await dossiers.drafts.open({ collectivite: here, procedure, owner, initial: stateOf() });
      const key = { collectivite: here, owners: [owner], id: draft.id };
      const rest = { form: formOf(), applicant: "Angela DUBOIS", retentionMonths: 12 };
      await dossiers.send({ ...key, ...rest, agent: AGENT });
      expect(await quality.ticketFor({ collectivite: here, dossier: draft.id })).toBeUndefined();
    });

    it("leads back to nobody: its row holds no day, no dossier, no owner, and nothing of the ticket", async () => {
      const { quality, use, store, id } = await sent();
      await quality.giveOpinion({ ...use, opinion });
      expect(await store.db.selectFrom("quality_tickets").selectAll().execute()).toEqual([]);
      const [row] = await store.db.selectFrom("quality_opinions").selectAll().execute();
      expect(row).toMatchObject({ month: "2026-11", satisfaction: "good", help: "counter", reached: 1 });
      const words = JSON.stringify(row);
      for (const secret of [id, use.ticket, ANGELA.sub, TEXT, "2026-11-22"])
        expect(words).not.toContain(secret);
    });

    it("shows its text to agents of its collectivité for twelve months, and counts a year longer", async () => {
      const set = await sent();
      const { quality, use, here, elsewhere, dossiers, store } = set;
      await quality.giveOpinion({ ...use, opinion });
      expect(await quality.texts({ collectivite: here, procedure })).toEqual([
        { month: "2026-11", satisfaction: "good", text: TEXT },
      ]);
      expect(await quality.texts({ collectivite: elsewhere, procedure })).toEqual([]);
      set.later("2027-11-30T12:00:00.000Z");
      await dossiers.expire();
      expect(await quality.texts({ collectivite: here, procedure })).toHaveLength(1);
      set.later("2027-12-01T12:00:00.000Z");
      expect((await dossiers.expire()).opinions).toBe(1);
      expect(await quality.texts({ collectivite: here, procedure })).toEqual([]);
      const count = () => store.db.selectFrom("quality_opinions").select("id").execute();
      expect(await count()).toHaveLength(1);
      set.later("2028-12-01T12:00:00.000Z");
      await dossiers.expire();
      expect(await count()).toEqual([]);
    });

    it("is given on each of two sendings", async () => {
      const set = await sent();
      const other = await sendOne(set, { owner: MALLORY });
      const ticket = await set.quality.ticketFor({ collectivite: set.here, dossier: other.id });
      expect(ticket).not.toBe(set.use.ticket);
      expect(await set.quality.giveOpinion({ ...set.use, opinion })).toBe(true);
      expect(await set.quality.giveOpinion({ ...set.use, ticket: String(ticket), opinion })).toBe(true);
    });
  });
});
