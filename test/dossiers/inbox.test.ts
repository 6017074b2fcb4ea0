import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InboxRequest, InboxRow } from "../../src/dossiers/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, MALLORY, type Scene, scene, sendOne } from "../support/dossiers.ts";

onEachDatabase((database) => {
  /** Twelve dossiers of two procedures, pairs sent in the same instant, every third one accepted. */
  const filled = async () => {
    const set = await scene(await database.fresh());
    const sent = [];
    for (let index = 0; index < 12; index++) {
      const procedure = index % 4 === 3 ? "transport" : "restauration-scolaire";
      const { id, number, sentAt } = await sendOne(set, { owner: index % 2 ? ANGELA : MALLORY, procedure });
      if (index % 3 === 0) {
        const decision = { type: "accepted" } as const;
        await set.dossiers.decide({
          collectivite: set.here,
          id,
          expectedRevision: 1,
          decision,
          agent: AGENT,
        });
      }
      sent.push({ id, number, sentAt, procedure, state: index % 3 === 0 ? "accepted" : "sent" });
      if (index % 2) set.later(1_000);
    }
    return { ...set, sent };
  };
  const walk = async ({ dossiers, here }: Scene, request: Partial<InboxRequest>) => {
    const rows: InboxRow[] = [];
    let after: string | undefined;
    do {
      const page = await dossiers.inbox({
        collectivite: here,
        ...request,
        ...(after !== undefined && { after }),
      });
      rows.push(...page.rows);
      after = page.next;
    } while (after !== undefined);
    return rows;
  };

  it("shows who asks, and what a list needs", async () => {
    const set = await scene(await database.fresh());
    const { id, number } = await sendOne(set);
    expect(await set.dossiers.inbox({ collectivite: set.here })).toEqual({
      rows: [
        {
          id,
          number,
          applicant: "Angela DUBOIS",
          collectivite: set.here,
          procedure: "restauration-scolaire",
          version: "1",
          state: "sent",
          revision: 1,
          sentAt: "2026-11-22T10:00:00.000Z",
          updatedAt: "2026-11-22T10:00:00.000Z",
          retentionMonths: 12,
        },
      ],
    });
  });

  it("page by page shows every dossier once, in order, whatever the filters", async () => {
    const set = await filled();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          order: fc.constantFrom("oldest" as const, "newest" as const),
          limit: fc.integer({ min: 1, max: 13 }),
          states: fc.constantFrom(
            undefined,
            ["sent" as const],
            ["sent" as const, "accepted" as const],
            ["refused" as const],
            [],
          ),
          procedure: fc.constantFrom(undefined, "transport", "none"),
        }),
        async ({ order, limit, states, procedure }) => {
          const rows = await walk(set, {
            order,
            limit,
            ...(states && { states }),
            ...(procedure && { procedure }),
          });
          const expected = set.sent
            .filter((dossier) => !states || states.some((state) => state === dossier.state))
            .filter((dossier) => !procedure || procedure === dossier.procedure)
            .sort((a, b) => (a.sentAt + a.id < b.sentAt + b.id ? -1 : 1));
          if (order === "newest") expected.reverse();
          expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not skip what is decided between two pages, nor repeat what is sent", async () => {
    const set = await filled();
    const { dossiers, here } = set;
    const first = await dossiers.inbox({ collectivite: here, states: ["sent"], limit: 3 });
    const [seen] = first.rows;
    const decision = { type: "accepted" } as const;
    await dossiers.decide({
      collectivite: here,
      id: seen?.id ?? "",
      expectedRevision: 1,
      decision,
      agent: AGENT,
    });
    await sendOne(set, { procedure: "transport" });
    const next = await dossiers.inbox({
      collectivite: here,
      states: ["sent"],
      limit: 3,
      after: first.next ?? "",
    });
    const expected = set.sent
      .filter(({ state }) => state === "sent")
      .map(({ sentAt, id }) => `${sentAt}${id}`)
      .sort()
      .slice(3, 6);
    expect(next.rows.map(({ sentAt, id }) => `${sentAt}${id}`)).toEqual(expected);
  });

  it("finds a dossier by its number only", async () => {
    const { dossiers, here, sent } = await filled();
    const wanted = sent[5];
    const typed = wanted?.number.toLowerCase().replaceAll("-", " ") ?? "";
    expect((await dossiers.inbox({ collectivite: here, number: typed })).rows.map(({ id }) => id)).toEqual([
      wanted?.id,
    ]);
    expect(await dossiers.inbox({ collectivite: here, number: typed, states: ["refused"] })).toEqual({
      rows: [],
    });
    for (const number of ["Dubois", "%", "2026-RS-_____", ""]) {
      expect(await dossiers.inbox({ collectivite: here, number })).toEqual({ rows: [] });
    }
  });

  it.each([
    "",
    "x",
    "bnVsbA",
    Buffer.from('["\\u0000","\\u0000"]').toString("base64url"),
    Buffer.from('["2026","1 or 1=1"]').toString("base64url"),
  ])("begins again where the address of a page was tampered with (« %s »)", async (after) => {
    const { dossiers, here } = await filled();
    const first = await dossiers.inbox({ collectivite: here, limit: 2 });
    expect(await dossiers.inbox({ collectivite: here, limit: 2, after })).toEqual(first);
  });

  it("counts the dossiers of each state, per procedure too", async () => {
    const { dossiers, here } = await filled();
    const none = { in_review: 0, correction_requested: 0, refused: 0, closed: 0 };
    expect(await dossiers.counts({ collectivite: here })).toEqual({ ...none, sent: 8, accepted: 4 });
    expect(await dossiers.counts({ collectivite: here, procedure: "transport" })).toEqual({
      ...none,
      sent: 2,
      accepted: 1,
    });
  });

  it("keeps counting right through everything that can happen to a dossier", async () => {
    const set = await scene(await database.fresh());
    const truth = async () => {
      const { fn } = set.store.db;
      const rows = await set.store.db
        .selectFrom("dossiers")
        .select(["state", fn.countAll().as("count")])
        .groupBy("state")
        .execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    };
    const kept = async () =>
      Object.fromEntries(
        Object.entries(await set.dossiers.counts({ collectivite: set.here })).filter(
          ([, count]) => count > 0,
        ),
      );
    const ids = [];
    for (const procedure of ["apa", "creche", "bourse", "ccas"])
      ids.push((await sendOne(set, { procedure, retentionMonths: 1 })).id);
    const decide = (id = "", type: "accepted" | "taken" = "accepted") =>
      set.dossiers.decide({
        collectivite: set.here,
        id,
        expectedRevision: 1,
        decision: { type },
        agent: AGENT,
      });
    await Promise.allSettled([decide(ids[0]), decide(ids[1]), decide(ids[1]), decide(ids[2], "taken")]);
    await set.dossiers.withdraw({ collectivite: set.here, owners: [ANGELA], id: ids[3] ?? "" });
    expect(await kept()).toEqual(await truth());
    set.later("2027-01-01T00:00:00Z");
    await set.dossiers.expire();
    expect(await kept()).toEqual({ in_review: 1 });
    expect(await truth()).toEqual({ in_review: 1 });
  });

  describe("a page", () => {
    it.each([
      [0, 1],
      [-5, 1],
      [1_000, 12],
    ])("of %d dossiers holds %d", async (limit, expected) => {
      const { dossiers, here } = await filled();
      expect((await dossiers.inbox({ collectivite: here, limit })).rows).toHaveLength(expected);
    });
  });
});
