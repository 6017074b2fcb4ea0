import { beforeEach, describe, expect, it, vi } from "vitest";
import { correctForm, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";

const procedure = PROCEDURES.find(({ slug }) => slug === "restauration-scolaire") as Procedure;
const AGENT = { sub: "somebody", name: "Olivier Dufau" };

describe("while an agent looks at a dossier", () => {
  const stage = agentStage();
  let desk: AgentDesk;
  beforeEach(async () => {
    desk = await stage.open({ particulier: true });
    await desk.play(null);
  });
  const dossier = async (id: string) => {
    const found = await desk.dossiers.forAgent({ collectivite: desk.collectivite.id, id });
    if (!found) throw new Error("The dossier is gone");
    return found;
  };
  /** The source is being asked: nobody else may. */
  const underWay = (id: string) =>
    vi.waitUntil(async () => {
      const place = { collectivite: desk.collectivite.id, id };
      return "qf" in (await desk.dossiers.refreshes.waits(place));
    });
  /** A dossier whose telephone was asked again, and its citizen. */
  const asked = async () => {
    const { id } = await desk.send();
    const place = { collectivite: desk.collectivite.id, id };
    await desk.dossiers.decide({
      ...place,
      expectedRevision: 1,
      decision: { type: "correction_requested", reason: "Le numéro ne répond pas.", fields: ["telephone"] },
      agent: AGENT,
    });
    const correct = async () => {
      const { form, owner, revision } = await dossier(id);
      const body = { telephone: "0700000000" };
      const corrected = correctForm(procedure, form, ["telephone"], body, new Date());
      await desk.dossiers.correct({
        ...place,
        owners: [owner],
        form: corrected.form,
        expectedRevision: revision,
      });
    };
    const withdraw = async () => desk.dossiers.withdraw({ ...place, owners: [(await dossier(id)).owner] });
    return { id, correct, withdraw, path: `/agent/dossiers/${id}` };
  };

  it("the citizen's correction holds the decision up: the agent is told, and loses no word", async () => {
    const { id, correct, path } = await asked();
    const { visitor, page } = await desk.login("agent", path);
    const refusal = await visitor.click(page, "Refuser");
    await correct();
    const conflict = await visitor.submit(refusal, "Refuser la demande", {
      motif: "Sans réponse de votre part.",
    });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Réponses corrigées par l’usager");
    expect(conflict.$("#motif").text()).toBe("Sans réponse de votre part.");
    expect((await dossier(id)).state).toBe("in_review");
    const mirror = await visitor.click(conflict, "Relire le dossier");
    expect(mirror.$("#champ-telephone").text()).toMatch(/07\s00\s00\s00\s00/);
  });

  it("so does their withdrawal", async () => {
    const { id, withdraw, path } = await asked();
    const { visitor, page } = await desk.login("agent", path);
    const closing = await visitor.click(page, "Classer sans suite");
    await withdraw();
    const conflict = await visitor.submit(closing, "Classer sans suite", { motif: "En double." });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Demande retirée par l’usager");
    expect((await dossier(id)).history.map(({ type }) => type)).toEqual([
      "sent",
      "correction_requested",
      "withdrawn",
    ]);
  });

  it("a correction that comes while a source answers is kept, and so is the answer", async () => {
    const { id, correct } = await asked();
    const { visitor } = await desk.login("agent", `/agent/dossiers/${id}`);
    const form = await visitor.get(`${desk.url}/agent/dossiers/${id}/actualisation/qf`);
    await desk.play("slow");
    const asking = visitor.submit(form, /^Interroger la CAF/, { raison: "anciennete" });
    await underWay(id);
    await correct();
    const after = await asking;
    await desk.play(null);
    expect(after.status).toBe(200);
    const { history, form: kept } = await dossier(id);
    expect(history.map(({ type }) => type)).toEqual([
      "sent",
      "correction_requested",
      "corrected",
      "refreshed",
    ]);
    expect(kept.fields.find(({ name }) => name === "telephone")?.display).toEqual([
      "07\u00a000\u00a000\u00a000\u00a000",
    ]);
  });

  it("a citizen who corrects does not overwrite what was asked again", async () => {
    const { id, correct, path } = await asked();
    const { visitor, page } = await desk.login("agent", path);
    await visitor.submit(await visitor.click(page, "Interroger de nouveau"), /^Interroger la CAF/, {
      raison: "anciennete",
    });
    await correct();
    const { history } = await dossier(id);
    expect(history.filter(({ read }) => read !== undefined)).toHaveLength(1);
    expect((await visitor.get(desk.url + path)).$("#actualisation").length).toBe(1);
  });
});
