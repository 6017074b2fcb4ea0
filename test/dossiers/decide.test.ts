import { describe, expect, it } from "vitest";
import type { Decision, DossierError, DossierState } from "../../src/dossiers/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, formOf, MALLORY, OTHER_AGENT, scene, sendOne } from "../support/dossiers.ts";

const REASON = "Le justificatif de domicile est illisible.";
const DECISIONS: Record<Decision["type"], Decision> = {
  taken: { type: "taken" },
  accepted: { type: "accepted" },
  refused: { type: "refused", reason: REASON },
  closed: { type: "closed", reason: REASON },
  reopened: { type: "reopened", reason: REASON },
  correction_requested: { type: "correction_requested", reason: REASON, fields: ["telephone"] },
};

/** From each state, the decisions that are possible and where they lead: all others are refused. */
const POSSIBLE: Record<DossierState, Partial<Record<Decision["type"], DossierState>>> = {
  sent: {
    taken: "in_review",
    correction_requested: "correction_requested",
    accepted: "accepted",
    refused: "refused",
    closed: "closed",
  },
  in_review: {
    correction_requested: "correction_requested",
    accepted: "accepted",
    refused: "refused",
    closed: "closed",
  },
  correction_requested: { refused: "refused", closed: "closed" },
  accepted: { reopened: "in_review" },
  refused: { reopened: "in_review" },
  closed: { reopened: "in_review" },
};
const WAY_TO: Record<DossierState, readonly Decision["type"][]> = {
  sent: [],
  in_review: ["taken"],
  correction_requested: ["correction_requested"],
  accepted: ["accepted"],
  refused: ["refused"],
  closed: ["closed"],
};

onEachDatabase((database) => {
  const begin = async () => {
    const set = await scene(await database.fresh());
    const { id } = await sendOne(set);
    const agentKey = { collectivite: set.here, id };
    const decide = (type: Decision["type"], expectedRevision: number, agent = AGENT) =>
      set.dossiers.decide({ ...agentKey, expectedRevision, decision: DECISIONS[type], agent });
    return { ...set, id, agentKey, decide, key: { ...agentKey, owners: [ANGELA] } };
  };

  it.each(Object.keys(POSSIBLE) as DossierState[])(
    "from %s leads where the table says, and nowhere else",
    async (state) => {
      const set = await scene(await database.fresh());
      const tried = await Promise.all(
        (Object.keys(DECISIONS) as Decision["type"][]).map(async (type) => {
          const { id } = await sendOne(set, { procedure: type.replaceAll("_", "-") });
          const key = { collectivite: set.here, id, agent: AGENT };
          let revision = 1;
          for (const step of WAY_TO[state]) {
            ({ revision } = await set.dossiers.decide({
              ...key,
              expectedRevision: revision,
              decision: DECISIONS[step],
            }));
          }
          const outcome = set.dossiers.decide({
            ...key,
            expectedRevision: revision,
            decision: DECISIONS[type],
          });
          return outcome.then(
            (dossier) => [type, dossier.state, dossier.revision - revision],
            (error: DossierError) => [type, error.code, 0],
          );
        }),
      );
      const expected = Object.keys(DECISIONS).map((type) => {
        const to = POSSIBLE[state][type as Decision["type"]];
        return to ? [type, to, 1] : [type, "transition_not_allowed", 0];
      });
      expect(tried).toEqual(expected);
    },
  );

  describe("a decision", () => {
    it("is kept with its reason and its agent, for the citizen to read", async () => {
      const { decide, dossiers, key, later } = await begin();
      later(60_000);
      await decide("taken", 1);
      later(60_000);
      await decide("refused", 2, OTHER_AGENT);
      const dossier = await dossiers.findForCitizen(key);
      expect(dossier?.history).toEqual([
        { at: "2026-11-22T10:00:00.000Z", type: "sent", state: "sent", revision: 1, actor: "citizen" },
        {
          at: "2026-11-22T10:01:00.000Z",
          type: "taken",
          state: "in_review",
          revision: 2,
          actor: "agent",
          agent: AGENT.name,
        },
        {
          at: "2026-11-22T10:02:00.000Z",
          type: "refused",
          state: "refused",
          revision: 3,
          actor: "agent",
          agent: OTHER_AGENT.name,
          reason: REASON,
        },
      ]);
    });

    it.each(["refused", "closed", "correction_requested"] as const)(
      "%s without a reason is refused",
      async (type) => {
        const { dossiers, agentKey } = await begin();
        const decision = { ...DECISIONS[type], reason: "  " } as Decision;
        const decide = dossiers.decide({ ...agentKey, expectedRevision: 1, decision, agent: AGENT });
        await expect(decide).rejects.toMatchObject({ code: "reason_missing", status: 422 });
      },
    );

    it("by a second agent on what the first has already decided is refused, and told", async () => {
      const { decide, dossiers, agentKey } = await begin();
      await decide("accepted", 1);
      await expect(decide("refused", 1, OTHER_AGENT)).rejects.toMatchObject({
        code: "dossier_changed",
        status: 409,
      });
      expect(await dossiers.forAgent(agentKey)).toMatchObject({ state: "accepted" });
    });

    it("by two agents in the same instant is taken once", async () => {
      const { decide, dossiers, agentKey, here, id } = await begin();
      const outcomes = await Promise.allSettled([
        decide("taken", 1),
        decide("accepted", 1),
        decide("refused", 1, OTHER_AGENT),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "dossier_changed" });
      }
      expect((await dossiers.forAgent(agentKey))?.history).toHaveLength(2);
      expect(await dossiers.journal.accessesTo({ collectivite: here, dossier: id })).toHaveLength(2);
    });

    it("on a revision that is no number is refused", async () => {
      const { decide } = await begin();
      await expect(decide("accepted", Number.NaN)).rejects.toMatchObject({ code: "dossier_changed" });
    });
  });

  describe("a citizen who was asked for a correction", () => {
    const asked = async () => {
      const set = await begin();
      await set.decide("correction_requested", 1);
      return set;
    };

    it("corrects what was asked, and both values are kept", async () => {
      const { dossiers, key, later } = await asked();
      later(1_000);
      const form = formOf({ telephone: "06 99 99 99 99" });
      const dossier = await dossiers.correct({ ...key, form, expectedRevision: 2 });
      expect(dossier).toMatchObject({ state: "in_review", revision: 3, form });
      expect(dossier.history.at(-1)).toEqual({
        at: "2026-11-22T10:00:01.000Z",
        type: "corrected",
        state: "in_review",
        revision: 3,
        actor: "citizen",
        fields: ["telephone"],
        replaced: formOf().fields.filter(({ name }) => name === "telephone"),
      });
    });

    it("cannot touch anything else", async () => {
      const { dossiers, key } = await asked();
      const form = formOf({ telephone: "06 99 99 99 99", quotient: 1 });
      await expect(dossiers.correct({ ...key, form, expectedRevision: 2 })).rejects.toMatchObject({
        code: "field_not_requested",
        status: 422,
      });
      const without = { ...formOf(), fields: formOf().fields.slice(1) };
      await expect(dossiers.correct({ ...key, form: without, expectedRevision: 2 })).rejects.toMatchObject({
        code: "field_not_requested",
      });
    });

    it("cannot swap the form for another procedure's", async () => {
      const { dossiers, key } = await asked();
      const form = formOf({}, "transport");
      await expect(dossiers.correct({ ...key, form, expectedRevision: 2 })).rejects.toMatchObject({
        code: "form_mismatch",
      });
    });

    it("is told where an agent decided in between", async () => {
      const { dossiers, key, decide } = await asked();
      await decide("closed", 2);
      const form = formOf({ telephone: "06 99 99 99 99" });
      await expect(dossiers.correct({ ...key, form, expectedRevision: 2 })).rejects.toMatchObject({
        code: "dossier_changed",
      });
    });
  });

  it("a citizen corrects nothing that was not asked", async () => {
    const { dossiers, key } = await begin();
    const form = formOf({ telephone: "06 99 99 99 99" });
    await expect(dossiers.correct({ ...key, form, expectedRevision: 1 })).rejects.toMatchObject({
      code: "field_not_requested",
    });
    await expect(dossiers.correct({ ...key, form: formOf(), expectedRevision: 1 })).rejects.toMatchObject({
      code: "transition_not_allowed",
    });
  });

  it("a citizen withdraws their own dossier, once, while it is open", async () => {
    const { dossiers, key } = await begin();
    await expect(dossiers.withdraw({ ...key, owners: [MALLORY] })).rejects.toMatchObject({
      code: "dossier_not_found",
    });
    expect(await dossiers.withdraw({ ...key, reason: "Déménagement" })).toMatchObject({ state: "closed" });
    await expect(dossiers.withdraw(key)).rejects.toMatchObject({ code: "transition_not_allowed" });
  });
});
