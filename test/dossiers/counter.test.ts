import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Owner } from "../../src/dossiers/index.ts";
import { onEachDatabase } from "../support/databases.ts";
import { AGENT, ANGELA, formOf, scene, sendOne, stateOf } from "../support/dossiers.ts";

onEachDatabase((database) => {
  const begin = async () => {
    const set = await scene(await database.fresh());
    const owner: Owner = { platform: "counter", sub: randomUUID() };
    const draft = await set.dossiers.drafts.open({
      collectivite: set.here,
      procedure: "restauration-scolaire",
      owner,
      initial: stateOf({ telephone: "0612345678" }),
    });
    return { ...set, owner, draft };
  };

  it("finds a draft of the counter by its id alone, whoever of the collectivité asks", async () => {
    const { dossiers, here, draft, owner } = await begin();
    const found = await dossiers.counter.find({ collectivite: here, id: draft.id });
    expect(found).toMatchObject({ id: draft.id, owner, state: { answers: { telephone: "0612345678" } } });
    expect(await dossiers.counter.list({ collectivite: here })).toMatchObject([{ id: draft.id }]);
  });

  it("shows it to no other collectivité", async () => {
    const { dossiers, elsewhere, draft } = await begin();
    expect(await dossiers.counter.find({ collectivite: elsewhere, id: draft.id })).toBeUndefined();
    expect(await dossiers.counter.list({ collectivite: elsewhere })).toEqual([]);
  });

  it("never gives an agent a citizen's own draft", async () => {
    const { dossiers, here, store } = await begin();
    const theirs = await dossiers.drafts.open({
      collectivite: here,
      procedure: "restauration-scolaire",
      owner: ANGELA,
      initial: stateOf(),
    });
    expect(await dossiers.counter.find({ collectivite: here, id: theirs.id })).toBeUndefined();
    await store.db
      .updateTable("drafts")
      .set({ owner: "counter.forged" })
      .where("id", "=", theirs.id)
      .execute();
    expect(await dossiers.counter.find({ collectivite: here, id: theirs.id })).toBeUndefined();
  });

  it("keeps several unfinished drafts of one procedure apart, and forgets them after thirty days", async () => {
    const { dossiers, here, draft, later } = await begin();
    const other = await dossiers.drafts.open({
      collectivite: here,
      procedure: draft.procedure,
      owner: { platform: "counter", sub: randomUUID() },
      initial: stateOf(),
    });
    expect(other.id).not.toBe(draft.id);
    expect(await dossiers.counter.list({ collectivite: here })).toHaveLength(2);
    later(31 * 86_400_000);
    expect(await dossiers.counter.list({ collectivite: here })).toEqual([]);
    expect(await dossiers.counter.find({ collectivite: here, id: draft.id })).toBeUndefined();
  });

  it("answers nothing to what is no id", async () => {
    const { dossiers, here } = await begin();
    expect(await dossiers.counter.find({ collectivite: here, id: "' or 1=1 --\0" })).toBeUndefined();
  });

  it("names in the inbox the agent who typed a dossier in, and nobody where the citizen sent it", async () => {
    const set = await begin();
    const { dossiers, here, owner, draft } = set;
    await sendOne(set);
    await dossiers.send({
      collectivite: here,
      owners: [owner],
      id: draft.id,
      form: formOf(),
      applicant: "Jeanne MARTIN",
      retentionMonths: 12,
      agent: AGENT,
    });
    const { rows } = await dossiers.inbox({ collectivite: here });
    expect(rows.map(({ applicant, enteredBy }) => ({ applicant, enteredBy }))).toEqual(
      expect.arrayContaining([
        { applicant: "Angela DUBOIS", enteredBy: undefined },
        { applicant: "Jeanne MARTIN", enteredBy: "Camille Agent" },
      ]),
    );
    expect(await dossiers.journal.accessesTo({ collectivite: here, dossier: draft.id })).toMatchObject([
      { action: "entered", actor: "agent" },
    ]);
  });
});
