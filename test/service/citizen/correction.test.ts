import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Page, Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  BY_HAND,
  begin,
  forgetSession,
  identify,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const REASON = "Le numéro de rue manque.";
const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "long-title": "off" } });

describe("a citizen who is asked for a correction", () => {
  let portal: WholePortal;
  let agent: Visitor;
  beforeAll(async () => {
    portal = await startWholePortal();
    agent = new Visitor();
    const choice = await agent.click(await agent.get(`${portal.url}/agent`), "ProConnect");
    const name = choice.$('button[value="agent"]').text().trim();
    await agent.submit(choice, name.slice(0, 20), { agent: "agent" });
  });
  afterAll(() => portal.close());

  const send = async (persona: string): Promise<{ visitor: Visitor; id: string; url: string }> => {
    const { visitor, page } = await begin(portal, CANTEEN, persona);
    const sent = await walk(visitor, page, { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD });
    const id = String(sent.url.split("/").at(-1));
    return { visitor, id, url: `${portal.url}/mes-dossiers/${id}` };
  };
  const decide = async (id: string, verb: string, button: string, answers = {}): Promise<Page> =>
    agent.submit(await agent.get(`${portal.url}/agent/dossiers/${id}/decision/${verb}`), button, answers);
  const ask = (id: string, ...champs: string[]): Promise<Page> =>
    decide(id, "correction", "Envoyer la demande", { champs, motif: REASON });
  const asked = async (persona: string, ...fields: string[]) => {
    const dossier = await send(persona);
    await ask(dossier.id, ...fields);
    return dossier;
  };

  it("reads why, corrects what was asked and finds the dossier in review again", async () => {
    const { visitor, url, id } = await asked("famille", "adresse", "telephone");
    const dossier = await visitor.get(url);
    expect(dossier.$("#a-corriger").parent().text()).toContain(REASON);
    const form = await visitor.click(dossier, "Corriger ma demande");
    expect(form.url).toBe(`${url}/correction`);
    expect(form.text).toContain(REASON);
    expect(form.$('[name="adresse.street"]').val()).toBe("3 rue du Moulin");
    const after = await visitor.submit(form, "Envoyer ma correction", {
      "adresse.street": "7 rue du Moulin",
      "adresse.reason": "Faute de frappe",
    });
    expect([after.url, after.status]).toEqual([url, 200]);
    expect(after.text).toMatch(/En cours d’examen.*Vous avez corrigé votre demande.*7 rue du Moulin/);
    expect(after.text).toMatch(/7 rue du Moulin.*Au lieu de 12 RUE DES TILLEULS/);
    expect(after.text).not.toContain("Corriger ma demande");
    expect((await agent.get(`${portal.url}/agent/dossiers/${id}`)).text).toContain("7 rue du Moulin");
  });

  it("sees the asked fields alone, and among them the children that were received", async () => {
    const { visitor, url } = await asked("avec_nom_dusage", "enfants");
    const form = await visitor.get(`${url}/correction`);
    const names = form
      .$("main form [name]")
      .toArray()
      .map((element) => String(form.$(element).attr("name")).split(".")[0]);
    expect([...new Set(names)].sort()).toEqual(["_csrf", "demarche", "enfants", "revision"]);
    const more = await visitor.submit(form, "Ajouter un autre enfant");
    expect([more.status, more.$(".error-summary").length]).toEqual([200, 0]);
    expect(more.$('[name="enfants.added.1.givenNames"]').length).toBe(1);
  });

  it("changes nothing else, whatever the form sends", async () => {
    const { visitor, url } = await asked("sans_dossier_caf", "telephone");
    const form = await visitor.get(`${url}/correction`);
    const before = answersOf(await visitor.get(url));
    await visitor.post(
      form.url,
      {
        _csrf: String(form.$('main [name="_csrf"]').val()),
        revision: String(form.$('[name="revision"]').val()),
        telephone: "0799999999",
        "adresse.street": "1 rue du Pirate",
        "nom-de-naissance": "PIRATE",
        "quotient-familial": "1",
        ecole: "autre",
        price: "0",
      },
      { origin: portal.url },
    );
    const after = answersOf(await visitor.get(url));
    expect(after.Téléphone).toMatch(/07\s99\s99\s99\s99/);
    expect({ ...after, Téléphone: "" }).toEqual({ ...before, Téléphone: "" });
  });

  it("is told what is wrong, beside what they typed, and nothing is sent", async () => {
    const { visitor, url } = await asked("prénom_composé", "telephone");
    const refused = await visitor.submit(await visitor.get(`${url}/correction`), "Envoyer ma correction", {
      telephone: "12",
    });
    expect(refused.status).toBe(422);
    expect(refused.$("title").text()).toMatch(/^Erreur/);
    expect(refused.$('.error-summary a[href="#telephone"]').text()).toContain("Téléphone");
    expect(refused.$("#telephone").val()).toBe("12");
    expect((await visitor.get(url)).text).toContain("À corriger");
  });

  it("has valid pages: dossier, correction empty of errors and in error, withdrawal", async () => {
    const { visitor, url } = await asked("nom_composé", "adresse", "telephone", "jours");
    const form = await visitor.get(`${url}/correction`);
    const error = await visitor.submit(form, "Envoyer ma correction", { telephone: "" });
    for (const page of [await visitor.get(url), form, error, await visitor.get(`${url}/retrait`)]) {
      const { results } = await validator.validateString(page.html);
      expect([page.url, results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([
        page.url,
        [],
      ]);
    }
  });

  it("is alone with it: for anybody else there is no such page, and no such form", async () => {
    const { id, url, visitor } = await asked("genre_indéfini", "telephone");
    const { visitor: attacker } = await begin(portal, CANTEEN, "test_CORSE_2A");
    const own = await attacker.get(`${portal.url}/mes-donnees`);
    const _csrf = String(own.$('[name="_csrf"]').first().val());
    for (const path of [`${url}/correction`, `${url}/retrait`]) {
      expect((await attacker.get(path)).status).toBe(404);
      const forged = { _csrf, revision: "2", telephone: "0799999999" };
      expect((await attacker.post(path, forged, { origin: portal.url })).status).toBe(404);
      expect((await new Visitor().get(path)).url).toMatch(/connexion$/);
    }
    expect((await visitor.get(url)).text).toMatch(/À corriger.*06 12 34 56 78/);
    expect((await agent.get(`${portal.url}/agent/dossiers/${id}`)).text).not.toContain("07 99 99 99 99");
  });

  it("cannot be made to correct or withdraw by another site", async () => {
    const { visitor, url } = await asked("naissance_outremer", "telephone");
    for (const path of [`${url}/correction`, `${url}/retrait`]) {
      for (const _csrf of ["", "wrong"]) {
        const body = { _csrf, revision: "2", telephone: "0799999999" };
        expect((await visitor.post(path, body, { origin: "https://evil.example" })).status).toBe(403);
      }
    }
    expect((await visitor.get(url)).text).toMatch(/À corriger.*06 12 34 56 78/);
  });

  it("learns what an agent did in between, and nothing is overwritten", async () => {
    const { visitor, url, id } = await asked("test", "telephone");
    const form = await visitor.get(`${url}/correction`);
    await decide(id, "refus", "Refuser la demande", { motif: "Hors de la commune." });
    const late = await visitor.submit(form, "Envoyer ma correction", { telephone: "0788888888" });
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/a changé entre-temps.*Demande refusée.*Hors de la commune\./);
    const dossier = await visitor.click(late, "Voir mon dossier");
    expect(dossier.text).toContain("06 12 34 56 78");
    expect((await visitor.get(`${url}/correction`)).url).toBe(url);
    expect((await visitor.get(`${url}/retrait`)).url).toBe(url);
  });

  it("presses twice and corrects once", async () => {
    const { visitor, url } = await asked("sans_dossier_caf", "telephone");
    const form = await visitor.get(`${url}/correction`);
    const typed = { telephone: "0766666666" };
    await visitor.submit(form, "Envoyer ma correction", typed);
    const again = await visitor.submit(form, "Envoyer ma correction", typed);
    expect([again.status, again.url]).toEqual([200, url]);
    expect(again.text.match(/Vous avez corrigé votre demande/g)).toHaveLength(1);
    const other = await visitor.submit(form, "Envoyer ma correction", { telephone: "0755555555" });
    expect(other.status).toBe(409);
    expect(other.text).toContain("Vous avez corrigé votre demande");
  });

  it("finds what was typed again after the session has expired, and nobody else does", async () => {
    const { visitor, url } = await asked("moins_16_ans", "telephone");
    const form = await visitor.get(`${url}/correction`);
    await forgetSession(visitor);
    const lost = await visitor.submit(form, "Envoyer ma correction", { telephone: "0733333333" });
    expect(lost.status).toBe(401);
    expect(lost.text).toContain("Ce que vous veniez de saisir est gardé une heure");
    const stranger = new Visitor();
    for (const cookie of await visitor.jar.getCookies(portal.url)) await stranger.jar.setCookie(cookie, url);
    const login = await visitor.click(lost, "S’identifier avec FranceConnect");
    const back = await identify(visitor, login, "moins_16_ans");
    expect(back.url).toBe(`${url}/correction`);
    expect(back.text).toContain("Vos réponses ont été retrouvées");
    expect(back.$("#telephone").val()).toBe("0733333333");
    expect((await visitor.get(url)).text).toContain("06 12 34 56 78");
    const other = await identify(stranger, await stranger.click(lost, "S’identifier"), "test_CORSE_2B");
    expect([other.status, other.html.includes("0733333333")]).toEqual([404, false]);
    const after = await visitor.submit(back, "Envoyer ma correction");
    expect(after.text).toContain("07 33 33 33 33");
  });

  it("is shown what was typed when another session has begun since: nothing sent, nothing lost", async () => {
    const { visitor, url } = await asked("test_CORSE_2B", "telephone");
    const form = await visitor.get(`${url}/correction`);
    await forgetSession(visitor);
    await begin(portal, CANTEEN, "test_CORSE_2B", visitor);
    const page = await visitor.submit(form, "Envoyer ma correction", { telephone: "0722222222" });
    expect([page.status, page.$("#telephone").val()]).toEqual([403, "0722222222"]);
    expect((await visitor.get(url)).text).toContain("06 12 34 56 78");
    expect((await visitor.submit(page, "Envoyer ma correction")).text).toContain("07 22 22 22 22");
  });

  it("made without FranceConnect is found again with its code", async () => {
    const visitor = new Visitor();
    const first = await visitor.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    const sent = await walk(visitor, first, BY_HAND);
    const code = /[2-9C-Y]{4}(-[2-9C-Y]{4}){5}/.exec(sent.text)?.[0] ?? "";
    const id = String(sent.url.split("/").at(-1));
    await ask(id, "telephone");
    const form = await visitor.get(`${portal.url}/mes-dossiers/${id}/correction`);
    await forgetSession(visitor);
    const lost = await visitor.submit(form, "Envoyer ma correction", { telephone: "0711111111" });
    const resume = await visitor.click(lost, "Reprendre avec un code");
    const dossier = await visitor.submit(resume, "Ouvrir ma demande", { code });
    const back = await visitor.click(dossier, "Corriger ma demande");
    expect(back.$("#telephone").val()).toBe("0711111111");
  });

  it("can withdraw what is not decided, after a confirmation, once", async () => {
    const { visitor, url } = await send("avec_nom_dusage");
    const confirm = await visitor.click(await visitor.get(url), "Retirer ma demande");
    expect(confirm.text).toContain("classée sans suite");
    expect((await visitor.get(url)).text).not.toContain("Vous avez retiré votre demande");
    const after = await visitor.submit(confirm, "Retirer ma demande");
    expect(after.url).toBe(url);
    expect(after.text).toMatch(/Classée sans suite.*Vous avez retiré votre demande/);
    expect(after.text).not.toContain("Retirer ma demande");
    const twice = await visitor.submit(confirm, "Retirer ma demande");
    expect([twice.url, twice.text.match(/Vous avez retiré/g)?.length]).toEqual([url, 1]);
  });

  it("cannot withdraw what was decided in between, and reads the decision", async () => {
    const { visitor, url, id } = await send("nom_composé");
    const confirm = await visitor.get(`${url}/retrait`);
    await decide(id, "acceptation", "Accepter la demande");
    const late = await visitor.submit(confirm, "Retirer ma demande");
    expect(late.status).toBe(409);
    expect(late.text).toContain("Demande acceptée");
    expect((await visitor.get(url)).text).toContain("Acceptée");
  });
});

/** What was sent, by label, with its origin. */
function answersOf(page: Page): Readonly<Record<string, string>> {
  const rows = page.$("dl.answers > div").toArray();
  return Object.fromEntries(
    rows.map((row) => [page.$(row).find("dt").text(), page.$(row).find("dd").text()]),
  );
}
