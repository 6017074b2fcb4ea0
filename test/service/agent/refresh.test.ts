import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FormState } from "../../../src/procedures/index.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import type { Page, Visitor } from "../../support/visitor.ts";

const DAY = 86_400_000;
const REASON = "Vérifier une donnée corrigée ou contestée par l’usager";

/** The same form with another quotient familial than the CAF gives today. */
const received =
  (valeur: number) =>
  (state: FormState): FormState => ({
    ...state,
    sources: {
      qf: {
        ...state.sources.qf,
        state: { state: "received", at: "2026-11-18T09:12:00.000Z", provider: "CNAF" },
        data: {
          ...state.sources.qf?.data,
          quotient_familial: { fournisseur: "CNAF", valeur, annee: 2026, mois: 10 },
        },
      },
    },
  });

describe("asking a source again", () => {
  const stage = agentStage();
  let desk: AgentDesk;
  const open = async (options: Parameters<typeof stage.open>[0] = { particulier: true }) => {
    desk = await stage.open(options);
    await desk.play(null);
    return desk;
  };
  const path = (id: string) => `${desk.url}/agent/dossiers/${id}`;
  const journal = (id: string) =>
    desk.dossiers.journal.accessesTo({ collectivite: desk.collectivite.id, dossier: id });
  const dossier = (id: string) => desk.dossiers.forAgent({ collectivite: desk.collectivite.id, id });
  const enter = async (id: string) => desk.login("agent", `/agent/dossiers/${id}`);
  const ask = (visitor: Visitor, form: Page, answers = { raison: "desaccord", precision: "" }) =>
    visitor.submit(form, /^Interroger la CAF/, answers);
  /** The source is being asked: nobody else may. */
  const underWay = (id: string) =>
    vi.waitUntil(async () => {
      const place = { collectivite: desk.collectivite.id, id };
      return "qf" in (await desk.dossiers.refreshes.waits(place));
    });
  beforeEach(async () => {
    await open();
  });

  it("asks why, then shows the answer beside what was received, with the difference and the price", async () => {
    const { id } = await desk.send({ change: received(400) });
    const { visitor, page } = await enter(id);
    const form = await visitor.click(page, "Interroger de nouveau");
    expect(form.text).toContain("Interroger de nouveau la CAF ou la MSA");
    expect(form.text).toContain("au plus une fois par jour et par dossier");
    const after = await ask(visitor, form);
    expect(after.url).toContain(`/agent/dossiers/${id}?fait=2`);
    expect(after.$("[role=status]").text()).toContain("La source a répondu");
    const row = after.$("#champ-quotient-familial").text();
    expect(row).toContain("400");
    expect(row).toContain("Relu le");
    expect(row).toMatch(/\([+-−]\d/);
    expect(after.$("#actualisation").text()).toMatch(/au lieu de 1,00\s€/);
    expect(after.$("#a-verifier").parent().text()).toContain("Quotient familial");
    expect(after.$(".certified").text()).not.toContain("Quotient familial");
  });

  it("never changes the form as it was sent", async () => {
    const { id } = await desk.send({ change: received(400) });
    const before = (await dossier(id))?.form;
    const { visitor, page } = await enter(id);
    await ask(visitor, await visitor.click(page, "Interroger de nouveau"));
    const after = await dossier(id);
    expect(after?.form).toEqual(before);
    expect(after?.state).toBe("sent");
    expect(after?.history.at(-1)?.read?.fields.find(({ name }) => name === "quotient-familial")?.same).toBe(
      false,
    );
  });

  it("writes who asked, of whom and why into the journal, and no value; the free text stays in the dossier", async () => {
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    await ask(visitor, await visitor.click(page, "Interroger de nouveau"), {
      raison: "desaccord",
      precision: "L’usager dit que 1 045 est l’ancien chiffre.",
    });
    const entry = (await journal(id)).at(-2);
    expect(entry).toMatchObject({
      action: "refreshed",
      actor: "agent",
      purpose: REASON,
      call: { route: "quotient-familial", outcome: "received" },
    });
    expect(entry?.call?.requestId).toBeTruthy();
    expect(JSON.stringify(await journal(id))).not.toContain("ancien chiffre");
    expect((await dossier(id))?.history.at(-1)?.reason).toContain("ancien chiffre");
  });

  it("needs a purpose, and words where it is another one", async () => {
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    const form = await visitor.click(page, "Interroger de nouveau");
    const refused = await visitor.submit(form, /^Interroger la CAF/, { precision: "Parce que." });
    expect(refused.status).toBe(422);
    expect(refused.$(".error-summary a").attr("href")).toBe("#raison");
    expect(refused.$("#precision").text()).toBe("Parce que.");
    const again = await ask(visitor, refused, { raison: "autre", precision: " " });
    expect(again.$(".error-summary a").attr("href")).toBe("#precision");
    expect((await dossier(id))?.history).toHaveLength(1);
  });

  it("is refused for a day once it was answered, and said when it can be done again", async () => {
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    const form = await visitor.click(page, "Interroger de nouveau");
    await ask(visitor, form);
    const soon = await ask(visitor, form);
    expect(soon.status).toBe(409);
    expect(soon.text).toContain("à partir du");
    expect((await visitor.get(`${path(id)}/actualisation/qf`)).status).toBe(409);
    desk.later(DAY + 1_000);
    expect((await visitor.get(`${path(id)}/actualisation/qf`)).status).toBe(200);
    expect((await dossier(id))?.history).toHaveLength(2);
  });

  it.each([
    ["provider-down", "Pas de réponse"],
    ["rate-limited-long", "Pas de réponse"],
    ["token-expired", "Pas de réponse"],
  ])("says so where nobody answers (%s), and changes nothing", async (fault, words) => {
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    const form = await visitor.click(page, "Interroger de nouveau");
    await desk.play(fault);
    const silent = await ask(visitor, form);
    await desk.play(null);
    expect(silent.status).toBe(503);
    expect(silent.text).toContain(words);
    expect(silent.text).toContain("rien n’est perdu");
    expect((await dossier(id))?.history).toHaveLength(1);
    expect((await journal(id)).at(-1)).toMatchObject({
      action: "refreshed",
      call: { outcome: "unavailable" },
    });
  });

  it("can be tried again ten minutes after a failure", async () => {
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    const form = await visitor.click(page, "Interroger de nouveau");
    await desk.play("provider-down");
    await ask(visitor, form);
    await desk.play(null);
    expect((await ask(visitor, form)).status).toBe(409);
    desk.later(11 * 60_000);
    expect((await ask(visitor, form)).url).toContain("?fait=2");
  });

  it("says that the State knows nobody of that name, and keeps that answer", async () => {
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    const form = await visitor.click(page, "Interroger de nouveau");
    await desk.play("msa-no-dossier");
    const after = await ask(visitor, form);
    await desk.play(null);
    expect(after.$("#actualisation").text()).toContain("Aucun dossier à ce nom, cette fois");
    expect((await dossier(id))?.history.at(-1)?.read?.state.state).toBe("not_found");
  });

  it("is not possible without the habilitation's token: the agent learns whom to ask", async () => {
    await open({ particulier: "without token" });
    const { id } = await desk.send();
    const { visitor, page } = await enter(id);
    const silent = await ask(visitor, await visitor.click(page, "Interroger de nouveau"));
    expect(silent.status).toBe(503);
    expect(silent.text).toContain("L’habilitation de la collectivité ne permet pas cet appel");
  });

  it("is not possible where API Particulier is not configured", async () => {
    await open({});
    const { id } = await desk.send();
    const { visitor } = await enter(id);
    const page = await visitor.get(`${path(id)}/actualisation/qf`);
    expect(page.status).toBe(409);
    expect(page.text).toContain("API Particulier n’est pas configurée");
  });

  it("is not offered where nobody proved an identity", async () => {
    const { id } = await desk.send({
      change: ({ identity: _identity, ...state }) => ({ ...state, sources: {} }),
    });
    const { visitor, page } = await enter(id);
    expect(page.text).not.toContain("Interroger de nouveau");
    const refused = await visitor.get(`${path(id)}/actualisation/qf`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("n’a pas été vérifiée");
  });

  it("is not offered once the dossier is decided", async () => {
    const { id } = await desk.send();
    const { visitor } = await enter(id);
    const form = await visitor.get(`${path(id)}/actualisation/qf`);
    await desk.dossiers.decide({
      collectivite: desk.collectivite.id,
      id,
      expectedRevision: 1,
      decision: { type: "accepted" },
      agent: { sub: "somebody" },
    });
    const late = await ask(visitor, form);
    expect(late.status).toBe(409);
    expect(late.text).toContain("Le dossier est décidé");
    expect((await visitor.get(path(id))).text).not.toContain("Interroger de nouveau");
  });

  it("is of sources that the procedure declares, and of the agent's own collectivité", async () => {
    const { id } = await desk.send();
    const { id: elsewhere } = await desk.send({ collectivite: desk.other });
    const { visitor } = await enter(id);
    expect((await visitor.get(`${path(id)}/actualisation/rsa`)).status).toBe(404);
    expect((await visitor.get(`${path(id)}/actualisation/__proto__`)).status).toBe(404);
    expect((await visitor.get(`${path(elsewhere)}/actualisation/qf`)).status).toBe(404);
  });

  it("is refused without the session's token", async () => {
    const { id } = await desk.send();
    const { visitor } = await enter(id);
    const forged = await visitor.post(`${path(id)}/actualisation/qf`, { raison: "desaccord" });
    expect(forged.status).toBe(403);
    expect((await dossier(id))?.history).toHaveLength(1);
  });

  it("by two agents at once is done once", async () => {
    const { id } = await desk.send();
    const one = await enter(id);
    const two = await desk.login("agent_sans_role", `/agent/dossiers/${id}`);
    const forms = await Promise.all([
      one.visitor.click(one.page, "Interroger de nouveau"),
      two.visitor.click(two.page, "Interroger de nouveau"),
    ]);
    const [first, second] = await Promise.all([ask(one.visitor, forms[0]), ask(two.visitor, forms[1])]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    expect((await dossier(id))?.history).toHaveLength(2);
  });

  it("makes a decision begun before it one to look at again", async () => {
    const { id } = await desk.send({ change: received(400) });
    const { visitor } = await enter(id);
    const decision = await visitor.get(`${path(id)}/decision/acceptation`);
    await ask(visitor, await visitor.get(`${path(id)}/actualisation/qf`));
    const conflict = await visitor.submit(decision, "Accepter la demande", { motif: "Bienvenue." });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Source interrogée de nouveau");
    expect(conflict.$("#motif").text()).toBe("Bienvenue.");
  });

  it("keeps nothing of an answer that came after the decision, and says so", async () => {
    const { id } = await desk.send();
    const { visitor } = await enter(id);
    const form = await visitor.get(`${path(id)}/actualisation/qf`);
    await desk.play("slow");
    const asking = ask(visitor, form);
    await underWay(id);
    await desk.dossiers.decide({
      collectivite: desk.collectivite.id,
      id,
      expectedRevision: 1,
      decision: { type: "accepted" },
      agent: { sub: "somebody" },
    });
    const late = await asking;
    await desk.play(null);
    expect(late.status).toBe(409);
    expect(late.text).toContain("Le dossier a été décidé entre-temps");
    expect((await dossier(id))?.history.map(({ type }) => type)).toEqual(["sent", "accepted"]);
    expect((await journal(id)).at(-1)).toMatchObject({ action: "refreshed" });
  });
});
