import request from "supertest";
import { describe, expect, it } from "vitest";
import { DOSSIER_STATES } from "../../../src/dossiers/index.ts";
import { VERBS } from "../../../src/service/agent/decisions.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";

const historyOf = async (desk: AgentDesk, id: string) =>
  (await desk.dossiers.forAgent({ collectivite: desk.collectivite.id, id }))?.history ?? [];

describe("deciding", () => {
  const stage = agentStage();

  it("takes a dossier in charge at one press, and says so once it is true", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const after = await visitor.submit(page, "Prendre en charge");
    expect(after.url).toBe(`${desk.url}/agent/dossiers/${id}?fait=2`);
    expect(after.$("[role=status]").text()).toContain("Le dossier est en instruction");
    expect(after.text).toContain("Hélène Castaing");
    expect(await historyOf(desk, id)).toMatchObject([
      { type: "sent" },
      { type: "taken", agent: "Hélène Castaing" },
    ]);
  });

  it("does not say that something was done because an address says so", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}?fait=1`);
    expect(page.$("[role=status]")).toHaveLength(0);
  });

  it("accepts, with or without a message", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const form = await visitor.click(page, "Accepter");
    const after = await visitor.submit(form, "Accepter la demande", {
      motif: "  Bienvenue à la cantine.\r\n",
    });
    expect(after.text).toContain("La demande est acceptée");
    expect((await historyOf(desk, id)).at(-1)).toMatchObject({
      type: "accepted",
      reason: "Bienvenue à la cantine.",
    });
  });

  it.each([
    ["Refuser", "Refuser la demande", "refused"],
    ["Classer sans suite", "Classer sans suite", "closed"],
  ])("needs a reason to « %s », and keeps what was typed", async (link, button, type) => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const refused = await visitor.submit(await visitor.click(page, link), button, { motif: "   " });
    expect(refused.status).toBe(422);
    expect(refused.$("title").text()).toMatch(/^Erreur\s: /);
    expect(refused.$(".error-summary a").attr("href")).toBe("#motif");
    expect(refused.$("#motif").attr("aria-invalid")).toBe("true");
    expect(refused.$(".error-summary a").text()).toBe(
      refused
        .$(".field-error")
        .text()
        .replace(/^Erreur\s: /, ""),
    );
    expect(await historyOf(desk, id)).toHaveLength(1);
    await visitor.submit(refused, button, { motif: "En double avec le dossier d’hier" });
    expect((await historyOf(desk, id)).at(-1)).toMatchObject({
      type,
      reason: "En double avec le dossier d’hier",
    });
  });

  it("refuses a reason as long as a book without losing it", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const motif = "é".repeat(2_001);
    const refused = await visitor.submit(await visitor.click(page, "Refuser"), "Refuser la demande", {
      motif,
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/au plus 2\s000 caractères\s?: il y en a 2\s001/);
    expect(refused.$("textarea").text()).toBe(motif);
  });

  it("asks for a correction of named fields, with a reason, and offers none that the State certified", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const form = await visitor.click(page, "Demander une correction");
    expect(form.$("input[name=champs][value=adresse]")).toHaveLength(1);
    expect(form.$("input[name=champs][value=nom-de-naissance]")).toHaveLength(0);
    const nothing = await visitor.submit(form, "Envoyer la demande");
    expect(nothing.$(".error-summary a").toArray()).toHaveLength(2);
    const after = await visitor.submit(nothing, "Envoyer la demande", {
      champs: ["adresse", "telephone"],
      motif: "Le numéro de rue manque.",
    });
    expect(after.text).toContain("L’usager doit corriger ses réponses");
    expect((await historyOf(desk, id)).at(-1)).toMatchObject({
      type: "correction_requested",
      fields: ["telephone", "adresse"],
      reason: "Le numéro de rue manque.",
    });
  });

  it("ignores a field that was not offered", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const form = await visitor.click(page, "Demander une correction");
    const forged = await visitor.post(`${desk.url}/agent/dossiers/${id}/decision/correction`, {
      _csrf: String(form.$("input[name=_csrf]").val()),
      revision: "1",
      champs: ["nom-de-naissance", "__proto__"],
      motif: "Changez de nom.",
    });
    expect(forged.status).toBe(422);
    expect(await historyOf(desk, id)).toHaveLength(1);
  });

  it("tells the second of two agents what the first did, and gives back what they wrote", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const path = `/agent/dossiers/${id}`;
    const first = await desk.login("agent", path);
    const second = await desk.login("agent_mfa", path);
    const theirs = await second.visitor.click(second.page, "Refuser");
    await first.visitor.submit(await first.visitor.click(first.page, "Accepter"), "Accepter la demande");
    const conflict = await second.visitor.submit(theirs, "Refuser la demande", { motif: "Hors commune." });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Ce dossier a changé pendant que vous décidiez");
    expect(conflict.text).toContain("Demande acceptée par Hélène Castaing");
    expect(conflict.$("textarea").text()).toBe("Hors commune.");
    expect((await historyOf(desk, id)).map(({ type }) => type)).toEqual(["sent", "accepted"]);
  });

  it("holds the second agent up even where their decision would still be possible", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const path = `/agent/dossiers/${id}`;
    const first = await desk.login("agent", path);
    const second = await desk.login("agent_mfa", path);
    const form = await second.visitor.click(second.page, "Accepter");
    await first.visitor.submit(first.page, "Prendre en charge");
    const conflict = await second.visitor.submit(form, "Accepter la demande");
    expect(conflict.status).toBe(409);
    expect((await historyOf(desk, id)).map(({ type }) => type)).toEqual(["sent", "taken"]);
  });

  it("decides once when the button is pressed twice", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const form = await visitor.click(page, "Accepter");
    const answers = await Promise.all([1, 2].map(() => visitor.submit(form, "Accepter la demande")));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await historyOf(desk, id)).toHaveLength(2);
  });

  it("treats a revision that was tampered with as a conflict", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const _csrf = String(page.$("input[name=_csrf]").val());
    for (const revision of ["", "0", "NaN", "1e9", "-1"]) {
      const answer = await visitor.post(`${desk.url}/agent/dossiers/${id}/decision/acceptation`, {
        _csrf,
        revision,
      });
      expect(answer.status).toBe(409);
    }
    expect(await historyOf(desk, id)).toHaveLength(1);
  });

  it("refuses a decision without the session's CSRF token", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor } = await desk.login();
    const body = { revision: "1", motif: "Forgé" };
    const forged = await visitor.post(`${desk.url}/agent/dossiers/${id}/decision/refus`, body);
    const wrong = await visitor.post(`${desk.url}/agent/dossiers/${id}/decision/refus`, {
      ...body,
      _csrf: "x",
    });
    expect([forged.status, wrong.status]).toEqual([403, 403]);
    expect(forged.text).toContain("Votre page a expiré");
    expect(await historyOf(desk, id)).toHaveLength(1);
  });

  it("cannot reach into another collectivité", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ collectivite: desk.other });
    const own = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${own.id}`);
    const answer = await visitor.post(`${desk.url}/agent/dossiers/${id}/decision/refus`, {
      _csrf: String(page.$("input[name=_csrf]").val()),
      revision: "1",
      motif: "Pas le mien",
    });
    expect(answer.status).toBe(404);
    const theirs = await desk.dossiers.forAgent({ collectivite: desk.other.id, id });
    expect(theirs?.history).toHaveLength(1);
  });

  it("goes back to the dossier where the decision is not possible any more", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/dossiers/${id}/decision/reouverture`);
    expect(page.url).toBe(`${desk.url}/agent/dossiers/${id}`);
  });

  it("is written into the journal", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
    await visitor.submit(page, "Prendre en charge");
    const accesses = await desk.dossiers.journal.accessesTo({
      collectivite: desk.collectivite.id,
      dossier: id,
    });
    expect(accesses.map(({ action }) => action)).toEqual(["sent", "viewed", "decided", "viewed"]);
  });

  it("offers exactly what the dossiers room allows, from every state", async () => {
    const desk = await stage.open();
    const agent = { sub: "agent" };
    const collectivite = desk.collectivite.id;
    const reach = {
      sent: [],
      in_review: ["taken"],
      correction_requested: ["correction_requested"],
      accepted: ["accepted"],
      refused: ["refused"],
      closed: ["closed"],
    } as const;
    for (const state of DOSSIER_STATES) {
      for (const verb of VERBS) {
        const { id } = await desk.send();
        for (const type of reach[state]) {
          await desk.dossiers.decide({
            collectivite,
            id,
            agent,
            expectedRevision: 1,
            decision: { type, reason: "Motif", fields: ["adresse"] },
          });
        }
        const done = desk.dossiers.decide({
          collectivite,
          id,
          agent,
          expectedRevision: reach[state].length + 1,
          decision: { type: verb.type, reason: "Motif", fields: ["adresse"] },
        });
        const allowed = await done.then(
          () => true,
          () => false,
        );
        expect([state, verb.slug, verb.from.includes(state)]).toEqual([state, verb.slug, allowed]);
      }
    }
  });

  it("answers a wrong method with 405 and what is allowed", async () => {
    const desk = await stage.open();
    const { visitor, page } = await desk.login();
    const cookie = await visitor.jar.getCookieString(`${desk.url}/agent`);
    const token = String(page.$("input[name=_csrf]").val());
    const answer = await request(desk.url).put("/agent").set({ cookie, "x-csrf-token": token });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET");
  });

  it("answers an unknown address with a page and a way back", async () => {
    const desk = await stage.open();
    const { visitor } = await desk.login();
    const page = await visitor.get(`${desk.url}/agent/rien`);
    expect(page.status).toBe(404);
    expect(page.text).toContain("Revenir aux dossiers");
  });
});
