import { describe, expect, it } from "vitest";
import { isRefused } from "../../../src/dossiers/index.ts";
import type { DocumentReference, FilledForm } from "../../../src/procedures/index.ts";
import { onEachDatabase } from "../../support/databases.ts";
import { PDF, PNG, pdfOf } from "../../support/documents.ts";
import { AGENT, ANGELA, formWithFiles, MALLORY, type Scene, scene, stateOf } from "../../support/dossiers.ts";

const FIELD = "attestation";
const file = (name = "attestation.pdf", bytes: Buffer = PDF) => ({ name, bytes });

onEachDatabase((database) => {
  const begin = async () => {
    const set = await scene(await database.fresh());
    const opened = await draftOf(set);
    return { ...set, ...opened };
  };
  const draftOf = async ({ dossiers, here }: Scene, owner = ANGELA, collectivite = here) => {
    const { id } = await dossiers.drafts.open({
      collectivite,
      procedure: "restauration-scolaire",
      owner,
      initial: stateOf(),
    });
    return { id, key: { collectivite, owners: [owner], id } };
  };
  type Set = Awaited<ReturnType<typeof begin>>;
  const keep = async (
    { dossiers, key }: Pick<Set, "dossiers" | "key">,
    ...given: Parameters<typeof file>
  ) => {
    const kept = await dossiers.documents.keep({ ...key, field: FIELD, file: file(...given) });
    if (isRefused(kept)) throw new Error(kept.code);
    return kept;
  };
  const send = ({ dossiers }: Scene, key: Set["key"], form: FilledForm) =>
    dossiers.send({ ...key, form, applicant: "Angela DUBOIS", retentionMonths: 1 });
  const rows = ({ store }: Scene) => store.db.selectFrom("documents").selectAll().execute();

  describe("a file that is joined", () => {
    it("is given back to the byte, to its owner", async () => {
      const set = await begin();
      const kept = await keep(set);
      expect(kept).toMatchObject({ name: "attestation.pdf", type: "application/pdf", size: PDF.length });
      const read = await set.dossiers.documents.read({ ...set.key, document: kept.id });
      expect(read).toMatchObject({ ...kept, field: FIELD, receivedAt: "2026-11-22T10:00:00.000Z" });
      expect(Buffer.from(read?.bytes ?? []).equals(PDF)).toBe(true);
      expect(await set.dossiers.documents.list(set.key)).toMatchObject([kept]);
    });

    it("is unreadable in the database: neither its name nor its content", async () => {
      const set = await begin();
      await keep(set, "jugement de divorce.pdf");
      const stored = JSON.stringify(await rows(set));
      expect(stored).not.toContain("divorce");
      expect(stored).not.toContain(PDF.toString("base64url").slice(0, 40));
      expect(stored).not.toContain("Catalog");
    });

    it.each(["dossier_id", "field", "id"] as const)(
      "opens nowhere else: its %s is sealed with it",
      async (column) => {
        const set = await begin();
        const { id } = await keep(set);
        const other = await draftOf(set, MALLORY);
        const moved = { dossier_id: other.id, field: "autre", id: other.id }[column];
        await set.store.db
          .updateTable("documents")
          .set({ [column]: moved })
          .execute();
        const key = column === "dossier_id" ? other.key : set.key;
        const document = column === "id" ? other.id : id;
        await expect(set.dossiers.documents.read({ ...key, document })).rejects.toMatchObject({
          code: "seal_broken",
        });
      },
    );

    it("is nobody else's: not a stranger's, not another collectivité's, not another draft's", async () => {
      const set = await begin();
      const { id: document } = await keep(set);
      const stranger = await draftOf(set, MALLORY);
      const elsewhere = await draftOf(set, ANGELA, set.elsewhere);
      for (const key of [
        stranger.key,
        elsewhere.key,
        { ...set.key, owners: [MALLORY] },
        { ...set.key, collectivite: set.elsewhere },
        { ...set.key, id: stranger.id },
      ]) {
        expect(await set.dossiers.documents.read({ ...key, document })).toBeUndefined();
        await set.dossiers.documents.remove({ ...key, documents: [document] });
      }
      expect(await set.dossiers.documents.list({ ...set.key, owners: [MALLORY] })).toEqual([]);
      expect(await rows(set)).toHaveLength(1);
    });

    it.each(["'; drop table documents; --", "../etc/passwd", "\0", ""])(
      "is not found under %j",
      async (document) => {
        const set = await begin();
        await keep(set);
        expect(await set.dossiers.documents.read({ ...set.key, document })).toBeUndefined();
        expect(
          await set.dossiers.documents.readForAgent({ collectivite: set.here, id: document, document }),
        ).toBeUndefined();
      },
    );

    it("is taken out again, alone", async () => {
      const set = await begin();
      const first = await keep(set);
      const second = await keep(set, "autre.png", PNG);
      await set.dossiers.documents.remove({ ...set.key, documents: [first.id] });
      expect(await set.dossiers.documents.list(set.key)).toMatchObject([second]);
    });

    it("cannot be joined to what is somebody else's, or gone", async () => {
      const set = await begin();
      const request = { field: FIELD, file: file() };
      for (const key of [
        { ...set.key, owners: [MALLORY] },
        { ...set.key, collectivite: set.elsewhere },
      ]) {
        await expect(set.dossiers.documents.keep({ ...key, ...request })).rejects.toMatchObject({
          code: "draft_not_found",
        });
      }
      await set.dossiers.drafts.remove(set.key);
      await expect(set.dossiers.documents.keep({ ...set.key, ...request })).rejects.toMatchObject({
        code: "draft_not_found",
      });
    });
  });

  describe("the files of one dossier", () => {
    it("weigh twenty megabytes at most, even when they arrive at once", async () => {
      const set = await begin();
      const all = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          set.dossiers.documents.keep({
            ...set.key,
            field: FIELD,
            file: file(`${index}.pdf`, pdfOf(4_500_000)),
          }),
        ),
      );
      expect(all.filter(isRefused)).toMatchObject([
        { code: "documents_too_heavy" },
        { code: "documents_too_heavy" },
      ]);
      expect(await rows(set)).toHaveLength(4);
    }, 60_000);

    it("are thirty at most", async () => {
      const set = await begin();
      for (let count = 0; count < 30; count++) await keep(set);
      await expect(keep(set)).rejects.toThrow("documents_too_many");
    });

    it("are removed with the draft, by its owner or by time", async () => {
      const set = await begin();
      await keep(set);
      await set.dossiers.drafts.remove(set.key);
      expect(await rows(set)).toEqual([]);
      const again = await draftOf(set);
      await keep({ ...set, ...again });
      set.later("2027-02-01T00:00:00Z");
      await set.dossiers.expire();
      expect(await rows(set)).toEqual([]);
    });

    it("are removed where an expired draft is begun anew before the night", async () => {
      const set = await begin();
      await keep(set);
      set.later("2027-02-01T00:00:00Z");
      await draftOf(set);
      expect(await rows(set)).toEqual([]);
    });

    it("are removed at the end of the dossier's retention, not before", async () => {
      const set = await begin();
      const kept = await keep(set);
      await send(set, set.key, formWithFiles([kept]));
      await set.dossiers.withdraw(set.key);
      set.later("2026-12-22T09:59:59Z");
      await set.dossiers.expire();
      expect(await rows(set)).toHaveLength(1);
      set.later("2026-12-22T10:00:00Z");
      await set.dossiers.expire();
      expect(await rows(set)).toEqual([]);
    });

    it("follow the answers from a draft filled by hand into the citizen's own", async () => {
      const set = await begin();
      const byHand = { platform: "session", sub: "visitor" } as const;
      const other = await draftOf(set, byHand);
      const kept = await keep({ ...set, ...other });
      await set.dossiers.documents.move({ from: other.key, to: set.key });
      await set.dossiers.drafts.remove({ ...other.key, merged: true });
      const read = await set.dossiers.documents.read({ ...set.key, document: kept.id });
      expect(Buffer.from(read?.bytes ?? []).equals(PDF)).toBe(true);
      await expect(send(set, set.key, formWithFiles([kept]))).resolves.toMatchObject({ alreadySent: false });
    });
  });

  describe("sending", () => {
    it("keeps the files that the form names, and no other", async () => {
      const set = await begin();
      const kept = await keep(set);
      await keep(set, "essai.png", PNG);
      await send(set, set.key, formWithFiles([kept]));
      expect((await rows(set)).map(({ id }) => id)).toEqual([kept.id]);
    });

    it.each([
      "somebody else's",
      "another collectivité's",
      "another draft's",
      "another field's",
      "no",
    ] as const)("is refused where the form names %s file, and nothing is sent", async (whose) => {
      const set = await begin();
      const stranger = await draftOf(set, MALLORY);
      const elsewhere = await draftOf(set, ANGELA, set.elsewhere);
      const own = await draftOf(set, { platform: "franceconnect", sub: "second-account" });
      const stolen: DocumentReference = {
        "somebody else's": await keep({ ...set, ...stranger }),
        "another collectivité's": await keep({ ...set, ...elsewhere }),
        "another draft's": await keep({ ...set, ...own }),
        "another field's": await keep(set),
        no: { id: "00000000-0000-4000-8000-000000000000", name: "x.pdf", type: "application/pdf", size: 1 },
      }[whose];
      const form = formWithFiles(
        [stolen],
        "restauration-scolaire",
        whose === "another field's" ? "autre-champ" : FIELD,
      );
      await expect(send(set, set.key, form)).rejects.toMatchObject({ code: "document_unknown", status: 409 });
      expect(await set.dossiers.findForCitizen(set.key)).toBeUndefined();
      expect(await set.dossiers.drafts.find(set.key)).toBeDefined();
      expect(await rows(set)).toHaveLength(4);
    });
  });

  describe("once it is sent, a file", () => {
    const sent = async () => {
      const set = await begin();
      const kept = await keep(set);
      await send(set, set.key, formWithFiles([kept]));
      const forAgent = { collectivite: set.here, id: set.id, document: kept.id };
      return { ...set, kept, forAgent };
    };
    const decide = (set: Awaited<ReturnType<typeof sent>>, fields: readonly string[] = [FIELD]) =>
      set.dossiers.decide({
        collectivite: set.here,
        id: set.id,
        expectedRevision: 1,
        decision: { type: "correction_requested", reason: "Illisible", fields },
        agent: AGENT,
      });

    it("is read by its owner, and by an agent of its collectivité alone", async () => {
      const { dossiers, key, kept, forAgent, elsewhere } = await sent();
      expect(await dossiers.documents.read({ ...key, document: kept.id })).toMatchObject(kept);
      expect(await dossiers.documents.readForAgent(forAgent)).toMatchObject(kept);
      expect(await dossiers.documents.readForAgent({ ...forAgent, collectivite: elsewhere })).toBeUndefined();
    });

    it("stays: it is not taken out, and none is added unasked", async () => {
      const set = await sent();
      await set.dossiers.documents.remove({ ...set.key, documents: [set.kept.id] });
      expect(await rows(set)).toHaveLength(1);
      await expect(keep(set)).rejects.toMatchObject({ code: "field_not_requested" });
      await decide(set, ["telephone"]);
      await expect(keep(set)).rejects.toMatchObject({ code: "field_not_requested" });
    });

    it("is replaced in a correction; the agent still reads the one before, and never one that was put back", async () => {
      const set = await sent();
      await decide(set);
      const better = await keep(set, "lisible.pdf");
      const putBack = await keep(set, "essai.pdf");
      expect(
        await set.dossiers.documents.readForAgent({ ...set.forAgent, document: better.id }),
      ).toBeUndefined();
      await set.dossiers.correct({ ...set.key, form: formWithFiles([better]), expectedRevision: 2 });
      expect(await set.dossiers.documents.readForAgent(set.forAgent)).toMatchObject(set.kept);
      expect(
        await set.dossiers.documents.readForAgent({ ...set.forAgent, document: better.id }),
      ).toMatchObject(better);
      expect((await rows(set)).map(({ id }) => id)).not.toContain(putBack.id);
    });

    it("of somebody else is refused in a correction", async () => {
      const set = await sent();
      await decide(set);
      const stolen = await keep({ ...set, ...(await draftOf(set, MALLORY)) });
      await expect(
        set.dossiers.correct({ ...set.key, form: formWithFiles([stolen]), expectedRevision: 2 }),
      ).rejects.toMatchObject({ code: "document_unknown" });
    });
  });
});
