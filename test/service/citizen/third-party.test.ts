import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, type Page, Visitor } from "../../support/visitor.ts";
import {
  ADDRESS,
  BY_HAND,
  forgetSession,
  identify,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const TRANSPORT = "transport-solidaire";
const FILER: Answers = { "declarant-qualite": "aidant", "declarant-accord": "oui", telephone: "0612345678" };
const JEANNE: Answers = {
  "nom-de-naissance": "MARTIN",
  prenoms: "Jeanne",
  "date-de-naissance.day": "27",
  "date-de-naissance.month": "3",
  "date-de-naissance.year": "1940",
};
const EVERYTHING: Answers = { ...FILER, ...JEANNE, ...ADDRESS, formule: "mois", c2s: "non", boursier: "non" };

describe("a demand for somebody else", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  const at = (path: string) => `${portal.url}/demarches/${TRANSPORT}${path}`;
  /** Choose, log in, and stand on the first page of the form. */
  const begun = async (whom: "moi" | "tiers", persona: string) => {
    const visitor = new Visitor();
    const asked = await visitor.submit(await visitor.get(at("")), "Continuer", { pour: whom });
    const choice = await visitor.click(asked, "S’identifier avec FranceConnect");
    return { visitor, asked, choice, page: await identify(visitor, choice, persona) };
  };
  const turned = async (visitor: Visitor, page: Page, button: string) =>
    visitor.submit(await visitor.click(page, "Changer : pour qui est la demande"), button);

  it("is asked about before anybody logs in, with no other way to begin", async () => {
    const visitor = new Visitor();
    const first = await visitor.get(at(""));
    expect(first.text).toContain("Pour qui faites-vous cette demande ?");
    expect(first.text).not.toContain("S’identifier avec FranceConnect");
    for (const path of ["/formulaire", "/sans-franceconnect"]) {
      expect((await visitor.get(at(path))).$("#pour-qui").length).toBe(1);
    }
    const family = await visitor.get(`${portal.url}/demarches/restauration-scolaire`);
    expect(family.$("#pour-qui").length).toBe(0);
  });

  it("is told that nothing is read of anybody, asks FranceConnect for an identity alone, and reads nothing", async () => {
    const { visitor, asked, page } = await begun("tiers", "famille");
    expect(asked.text).toContain("ni sur vous, ni sur cette personne");
    expect(asked.text).not.toContain("La Sécurité sociale");
    const authorize = visitor.trail.find((url) => url.includes("/authorize"));
    expect(new URL(String(authorize)).searchParams.get("scope")).not.toMatch(/c2s|css|bours|cnous/);
    expect(page.url).toMatch(/etape\/declarant/);
    const mine = await visitor.get(`${portal.url}/mes-donnees`);
    expect(mine.text).not.toContain("lu auprès de");
  });

  it("names both to the citizen, on the receipt, in the dossier, and to the agent", async () => {
    const { visitor, page } = await begun("tiers", "parent_isole");
    const agreement = page.$('[name="declarant-accord"]');
    expect([agreement.attr("type"), agreement.attr("value")]).toEqual(["checkbox", "oui"]);
    expect(page.$(`label[for="${agreement.attr("id")}"]`).text()).toContain(
      "La personne concernée est d’accord",
    );
    const unticked = await visitor.submit(page, "Enregistrer et continuer", { telephone: "0612345678" });
    expect(unticked.$('[name="declarant-accord"]').attr("aria-describedby")).toBe("declarant-accord-erreur");
    const check = await walk(visitor, page, EVERYTHING, /verification/);
    const both = /Demande pour Jeanne MARTIN, déposée par \S.* \(son proche aidant\)/;
    expect(check.text).toMatch(both);
    const sent = await visitor.submit(check, "Envoyer la demande");
    expect(sent.text).toMatch(both);
    const dossier = await visitor.click(sent, "Voir mon dossier");
    expect(dossier.text).toMatch(both);
    const agent = new Visitor();
    const choice = await agent.click(await agent.get(`${portal.url}/agent`), "ProConnect");
    const name = choice.$('button[value="agent"]').text().trim();
    const inbox = await agent.submit(choice, name.slice(0, 20), { agent: "agent" });
    expect(inbox.text).toMatch(/Jeanne MARTIN, par \S+/);
    const mirror = await agent.get(`${portal.url}/agent/dossiers/${sent.url.split("/").at(-1)}`);
    expect(mirror.text).toMatch(both);
    expect(mirror.text).toContain("La personne concernée");
    expect(mirror.text).toContain("Vous, le déclarant");
  });

  it("fills nothing in: not the filer's data, not the browser's memory", async () => {
    const { visitor, page } = await begun("tiers", "nom_composé");
    const step = await walk(visitor, page, FILER, /etape\/vous/);
    expect(step.$("h1").text()).toBe("La personne concernée");
    for (const input of step.$('main form input[type="text"]').toArray()) {
      expect([step.$(input).attr("value") ?? "", step.$(input).attr("autocomplete")]).toEqual(["", "off"]);
    }
    expect(step.text).not.toContain("Fourni par");
  });

  it("drops what was read of the filer when they change their mind, after saying so, and brings it back", async () => {
    const { visitor, page } = await begun("moi", "rsa_c2s");
    const rights = await walk(visitor, page, EVERYTHING, /etape\/droits/);
    expect(rights.text).toContain("Fourni par");
    const warned = await visitor.click(rights, "Changer : pour qui est la demande");
    expect(warned.text).toMatch(
      /Ces réponses seront effacées.*Nom de naissance.*complémentaire santé solidaire/i,
    );
    const other = await visitor.submit(warned, "Continuer pour quelqu’un d’autre");
    expect(other.url).toMatch(/etape\/declarant/);
    expect(other.$('[name="telephone"]').val()).toBe("0612345678");
    const person = await visitor.submit(other, "Enregistrer et continuer", FILER);
    expect(person.$('[name="nom-de-naissance"]').val()).toBe("");
    const droits = await visitor.submit(person, "Enregistrer et continuer", JEANNE);
    expect(droits.text).not.toContain("Fourni par");
    const back = await turned(visitor, droits, "Continuer pour moi");
    const again = await walk(visitor, back, EVERYTHING, /etape\/droits/);
    expect(again.text).toContain("Fourni par");
    expect(again.html).not.toContain("Jeanne");
  });

  it("keeps what a form for oneself posts from another tab out of the other person's", async () => {
    const { visitor, page } = await begun("moi", "prénom_composé");
    const step = await walk(visitor, page, {}, /etape\/vous/);
    await turned(visitor, step, "Continuer pour quelqu’un d’autre");
    await visitor.submit(step, "Enregistrer et continuer", { telephone: "0699999999", "nom-d-usage": "MOI" });
    const person = await visitor.get(at("/etape/vous"));
    expect(person.html).not.toContain("MOI");
  });

  it("leads from the wrong address to the question, once a draft is for somebody", async () => {
    const { visitor } = await begun("tiers", "genre_indéfini");
    const page = await visitor.get(at("/formulaire?pour=moi"));
    expect(page.url).toMatch(/pour-qui$/);
    expect(page.text).toContain("Continuer pour moi");
  });

  it("can be made without FranceConnect, both typed by hand", async () => {
    const visitor = new Visitor();
    const first = await visitor.get(at("/sans-franceconnect?pour=tiers"));
    const filer = { "declarant-nom": "DURAND", "declarant-prenoms": "Paul" };
    const sent = await walk(visitor, first, {
      ...BY_HAND,
      ...EVERYTHING,
      ...filer,
      "justificatif-c2s.later": "oui",
    });
    expect(sent.text).toContain("Demande pour Jeanne MARTIN, déposée par Paul DURAND (son proche aidant)");
  });

  it("comes back after a session that has expired, still for somebody else", async () => {
    const { visitor, page } = await begun("tiers", "avec_nom_dusage");
    await forgetSession(visitor);
    const lost = await visitor.submit(page, "Enregistrer et continuer", FILER);
    const back = await identify(
      visitor,
      await visitor.click(lost, "S’identifier avec FranceConnect"),
      "avec_nom_dusage",
    );
    expect(back.url).toMatch(/etape\/declarant/);
    expect(back.$('[name="telephone"]').val()).toBe("0612345678");
  });

  it("is not what a citizen can make of a procedure that is for whoever fills it in", async () => {
    const visitor = new Visitor();
    const canteen = `${portal.url}/demarches/restauration-scolaire`;
    const first = await visitor.get(`${canteen}/sans-franceconnect?pour=tiers`);
    expect(first.url).toMatch(/etape\/vous/);
    const body = {
      _csrf: String(first.$('main [name="_csrf"]').first().val()),
      draft: String(first.$('[name="draft"]').val()),
      pour: "tiers",
    };
    const page = await visitor.post(`${canteen}/pour-qui`, body, { origin: portal.url });
    expect(page.url).toMatch(/etape\/vous/);
  });
});
