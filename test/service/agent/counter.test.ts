import { beforeEach, describe, expect, it } from "vitest";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import { type Answers, type Page, Visitor } from "../../support/visitor.ts";

/** Angela, as her identity card says. */
const CARD: Answers = {
  piece: "carte-identite",
  nom: "DUBOIS",
  prenoms: "Angela Claire Louise",
  "naissance.day": "24",
  "naissance.month": "8",
  "naissance.year": "1962",
  sexe: "F",
  commune: "Paris 7e Arrondissement",
};
/** Somebody without any document. */
const DECLARED: Answers = {
  piece: "aucune",
  nom: "Martin",
  prenoms: "Zoé",
  "naissance.day": "27",
  "naissance.month": "3",
  "naissance.year": "1985",
};
const ANSWERS: Answers = {
  "adresse-electronique": "zoe.martin@example.org",
  telephone: "0612345678",
  "adresse.street": "3 rue du Moulin",
  "adresse.postalCode": "84800",
  "adresse.city": "Val-de-Sorgue",
  "enfants.added.0.givenNames": "Léa",
  "enfants.added.0.familyName": "Martin",
  "enfants.added.0.birthdate.day": "3",
  "enfants.added.0.birthdate.month": "9",
  "enfants.added.0.birthdate.year": "2018",
  ecole: "jean-moulin",
  jours: ["lundi", "jeudi"],
  menu: "classique",
};

describe("the counter", () => {
  const stage = agentStage();
  let desk: AgentDesk;
  beforeEach(async () => {
    desk = await stage.open({ particulier: true });
    await desk.play(null);
  });

  const begin = async (identity: Answers, slug = "restauration-scolaire") => {
    const { visitor, page } = await desk.login("agent", "/agent/guichet");
    const form = await visitor.get(`${desk.url}/agent/guichet/nouvelle/${slug}`);
    return { visitor, list: page, form, page: await visitor.submit(form, "Commencer la demande", identity) };
  };
  /** From step to step until the check. */
  const fillIn = async (visitor: Visitor, from: Page, answers: Answers = ANSWERS): Promise<Page> => {
    let page = from;
    for (let pages = 0; pages < 10 && !page.url.includes("/verification"); pages += 1) {
      if (page.$(".error-summary").length > 0) throw new Error(page.$(".error-summary").text());
      const names = new Set(
        page
          .$("main form [name]")
          .toArray()
          .map((element) => page.$(element).attr("name")),
      );
      const asked = Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
      page = await visitor.submit(page, /Enregistrer et continuer|Vérifier les réponses/, asked);
    }
    return page;
  };
  const idOf = ({ url }: Page): string => /guichet\/([\da-f-]{36})\//.exec(url)?.[1] ?? "";
  const journal = (id: string) =>
    desk.dossiers.journal.accessesTo({ collectivite: desk.collectivite.id, dossier: id });
  const dossier = (id: string) => desk.dossiers.forAgent({ collectivite: desk.collectivite.id, id });

  describe("who is there", () => {
    it("is asked first, with the document that was seen", async () => {
      const { page } = await begin({});
      expect(page.status).toBe(422);
      expect(
        page
          .$(".error-summary a")
          .map((_, link) => page.$(link).attr("href"))
          .get(),
      ).toEqual(["#piece", "#nom", "#prenoms", "#naissance.day"]);
      expect(await desk.dossiers.counter.list({ collectivite: desk.collectivite.id })).toEqual([]);
    });

    it.each([
      [{ commune: "Trifouillis-les-Oies (99)" }, "#commune", "Aucune commune"],
      [{ commune: "Saint-Denis" }, "#commune", "Plusieurs communes"],
      [{ pays: "Allemagne" }, "#pays", "code Insee"],
      [{ "naissance.day": "31", "naissance.month": "2" }, "#naissance.day", "qui existe"],
      [{ "naissance.year": "2150" }, "#naissance.day", "après aujourd’hui"],
    ])(
      "is refused in words where it cannot be (%o), and nothing has to be typed twice",
      async (wrong, anchor, words) => {
        const { page } = await begin({ ...CARD, ...wrong });
        expect(page.status).toBe(422);
        expect(page.$(".error-summary a").attr("href")).toBe(anchor);
        expect(page.$(".error-summary").text()).toContain(words);
        expect(page.$("#nom").attr("value")).toBe("DUBOIS");
        expect(page.$("#piece").attr("checked")).toBeDefined();
      },
    );

    it("is begun once, however often the button is pressed", async () => {
      const { visitor, form, page } = await begin(DECLARED);
      const again = await visitor.submit(form, "Commencer la demande", DECLARED);
      expect(idOf(again)).toBe(idOf(page));
      expect(await desk.dossiers.counter.list({ collectivite: desk.collectivite.id })).toHaveLength(1);
    });

    it("can be put right; what was read about the other person goes, what was typed stays", async () => {
      const { visitor, page } = await begin(CARD);
      await visitor.submit(page, "récupérer ses données");
      const id = idOf(page);
      const identity = await visitor.get(`${desk.url}/agent/guichet/${id}/identite`);
      expect(identity.$("#nom").attr("value")).toBe("DUBOIS");
      expect(identity.$("#commune").attr("value")).toBe("75107");
      await visitor.submit(identity, "Enregistrer l’identité", { nom: "DURAND", piece: "passeport" });
      const draft = await desk.dossiers.counter.find({ collectivite: desk.collectivite.id, id });
      expect(draft?.state.checked).toMatchObject({
        document: "passeport",
        identity: { familyName: "DURAND" },
      });
      expect(draft?.state.sources).toEqual({});
    });
  });

  describe("without a document", () => {
    it("everything is typed, and nothing is asked of the State", async () => {
      const { page } = await begin(DECLARED);
      expect(page.url).toContain("/etape/vous");
      expect(page.$("input[name=nom-de-naissance]").attr("value")).toBe("Martin");
      expect(page.text).toContain("Identité déclarée, sans pièce vue");
      const offered = page
        .$("main input[autocomplete]")
        .map((_, input) => page.$(input).attr("autocomplete"))
        .get();
      expect(new Set(offered)).toEqual(new Set(["off"]));
    });

    it("a document that stands in for the State's data is promised with its box: nothing is uploaded", async () => {
      const { visitor, page } = await begin(DECLARED);
      const home = await visitor.submit(page, "Enregistrer et continuer", {
        telephone: "0612345678",
        "adresse-electronique": "zoe.martin@example.org",
      });
      expect(home.$("input[type=file]")).toHaveLength(0);
      const answers = {
        "adresse.street": "3 rue du Moulin",
        "adresse.postalCode": "84800",
        "adresse.city": "Val-de-Sorgue",
        "quotient-familial": "700",
      };
      const refused = await visitor.submit(home, "Enregistrer et continuer", answers);
      expect(refused.status).toBe(422);
      const box = refused.$(String(refused.$(".error-summary a").attr("href")));
      expect(box.attr("type")).toBe("checkbox");
      const next = await visitor.submit(refused, "Enregistrer et continuer", {
        [String(box.attr("name"))]: String(box.attr("value")),
      });
      expect(next.url).toContain("/etape/enfants");
    });

    it("the State is not asked, whatever is posted", async () => {
      const { visitor, page } = await begin(DECLARED);
      const id = idOf(page);
      const after = await visitor.post(`${desk.url}/agent/guichet/${id}/donnees`, {
        _csrf: String(page.$("input[name=_csrf]").val()),
        choix: "recuperer",
      });
      expect(after.url).toContain("/etape/vous");
      expect((await journal(id)).map(({ action }) => action)).not.toContain("fetched");
    });

    it("goes all the way: steps, check, sending, receipt", async () => {
      const { visitor, page } = await begin(DECLARED);
      const check = await fillIn(visitor, page);
      expect(check.$("h1").text()).toContain("À relire avec l’usager");
      const unread = await visitor.submit(check, "Envoyer la demande");
      expect(unread.status).toBe(422);
      expect(unread.$(".error-summary a").attr("href")).toBe("#relu");
      const receipt = await visitor.submit(unread, "Envoyer la demande", { relu: "oui" });
      expect(receipt.url).toMatch(/\/agent\/dossiers\/[\da-f-]+\/recepisse$/);
      expect(receipt.text).toContain("saisie au guichet par Hélène Castaing");
      expect(receipt.text).toContain("Rien : tout a été saisi");
      expect(receipt.text).toMatch(/\d{4}-RS-\w{6}/);
      expect(receipt.text).toContain("3 rue du Moulin");
    });
  });

  describe("with a document", () => {
    it("the agent is told what to say before the State is asked, and the citizen may do without", async () => {
      const { visitor, page } = await begin(CARD);
      expect(page.url).toContain("/donnees");
      expect(page.text).toContain("L114-8");
      expect(page.text).toContain("La CAF ou la MSA, pour calculer votre tarif");
      expect(page.text).toContain("préférer vous en passer");
      const step = await visitor.submit(page, "Continuer sans ces données");
      expect(step.url).toContain("/etape/vous");
      expect((await journal(idOf(page))).map(({ action }) => action)).not.toContain("fetched");
    });

    it("the State's answers fill in the form, each reading in the journal with its purpose", async () => {
      const { visitor, page } = await begin(CARD);
      const answers = await visitor.submit(page, "récupérer ses données");
      expect(answers.text).toContain("reçu le");
      expect((await journal(idOf(page))).find(({ action }) => action === "fetched")).toMatchObject({
        actor: "agent",
        purpose: "Pré-remplir au guichet, l’usager étant informé (article L114-8 du CRPA)",
        call: { route: "quotient-familial", outcome: "received" },
      });
      const you = await visitor.click(answers, "Continuer");
      expect(you.$("input[name=nom-de-naissance]")).toHaveLength(0);
      expect(you.text).toContain("DUBOIS");
    });

    it("the identity that was read cannot be typed over in the form", async () => {
      const { visitor, page } = await begin(CARD);
      const id = idOf(page);
      const step = await visitor.submit(page, "Continuer sans ces données");
      await visitor.post(`${desk.url}/agent/guichet/${id}/etape/vous`, {
        _csrf: String(step.$("input[name=_csrf]").val()),
        "nom-de-naissance": "MALLORY",
        telephone: "0612345678",
        "adresse-electronique": "a@example.org",
      });
      const check = await visitor.get(`${desk.url}/agent/guichet/${id}/etape/vous`);
      expect(check.text).toContain("DUBOIS");
      expect(check.text).not.toContain("MALLORY");
    });

    it("a source that waits for an answer is read once it is given, and never where the citizen does without", async () => {
      const answers: Answers = {
        ...ANSWERS,
        "adresse-electronique": "a@example.org",
        etablissement: "0840999A",
        annee: "2026-2027",
      };
      const schoolIn = async (page: Page) =>
        (await journal(idOf(page))).filter(({ call }) => call?.route === "scolarites");
      const asked = async (button: string) => {
        const { visitor, page } = await begin(CARD, "aide-a-la-scolarite");
        const told = await visitor.submit(page, button);
        const you = told.url.includes("/etape/") ? told : await visitor.click(told, "Continuer");
        const pupil = await visitor.submit(you, "Enregistrer et continuer", {
          telephone: "0612345678",
          "adresse-electronique": "a@example.org",
        });
        const child = pupil.$("input[name=eleve]").first().attr("value");
        const names = new Set(
          pupil
            .$("main form [name]")
            .toArray()
            .map((one) => pupil.$(one).attr("name")),
        );
        const typed = child
          ? { eleve: child }
          : {
              "eleve.added.0.givenNames": "Léa",
              "eleve.added.0.familyName": "Dubois",
              "eleve.added.0.birthdate.day": "3",
              "eleve.added.0.birthdate.month": "9",
              "eleve.added.0.birthdate.year": "2014",
            };
        const known = Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
        await visitor.submit(pupil, "Enregistrer et continuer", { ...known, ...typed });
        return schoolIn(page);
      };
      expect(await asked("récupérer ses données")).toHaveLength(1);
      expect(await asked("Continuer sans ces données")).toEqual([]);
    });

    it("a provider that does not answer blocks nobody", async () => {
      const { visitor, page } = await begin(CARD);
      await desk.play("provider-down");
      const answers = await visitor.submit(page, "récupérer ses données");
      await desk.play(null);
      expect(answers.text).toContain("le service ne répond pas");
      const step = await visitor.click(answers, "Continuer");
      expect(step.url).toContain("/etape/vous");
      const again = await visitor.submit(answers, "Réessayer");
      expect(again.text).toContain("reçu le");
    });

    it("without the habilitation's token everything is typed, and the page says why", async () => {
      desk = await stage.open({ particulier: "without token" });
      const { visitor, page } = await begin(CARD);
      const answers = await visitor.submit(page, "récupérer ses données");
      expect(answers.text).toContain("l’habilitation de la collectivité ne permet pas cet appel");
    });

    it("a birth abroad is enough with the country's code, and too little without", async () => {
      const abroad = await begin({ ...CARD, commune: "", pays: "99109" });
      expect(abroad.page.url).toContain("/donnees");
      const unknown = await begin({ ...CARD, commune: "" });
      expect(unknown.page.url).toContain("/etape/vous");
    });

    it("the mirror says who typed it in and that a document was seen, and asks for no look at the identity", async () => {
      const { visitor, page } = await begin(CARD);
      const answers = await visitor.submit(page, "récupérer ses données");
      const check = await fillIn(visitor, await visitor.click(answers, "Continuer"), {
        ...ANSWERS,
        "adresse-electronique": "a@example.org",
      });
      const receipt = await visitor.submit(check, "Envoyer la demande", { relu: "oui" });
      expect(receipt.text).toContain("CAF");
      const mirror = await visitor.click(receipt, /^Dossier \d{4}-RS/);
      expect(mirror.$(".dossier-facts").text()).toContain(
        "Saisi au guichet par Hélène Castaing, pièce d’identité vue",
      );
      expect(mirror.$("#champ-nom-de-naissance").hasClass("to-check")).toBe(false);
      expect(mirror.$("#champ-nom-de-naissance").text()).toContain("pièce d’identité vue le");
      const inbox = await visitor.get(`${desk.url}/agent`);
      expect(inbox.text).toContain("Saisi au guichet par Hélène Castaing");
      const id = /dossiers\/([\da-f-]{36})/.exec(mirror.url)?.[1] ?? "";
      expect((await dossier(id))?.identity).toMatchObject({ familyName: "DUBOIS", birthplace: "75107" });
    });
  });

  describe("an unfinished form", () => {
    it("outlives the session, and any agent of the collectivité goes on with it", async () => {
      const { visitor, page } = await begin(DECLARED);
      await visitor.submit(page, "finir plus tard", { telephone: "0612345678" });
      const other = await desk.login("agent_sans_role", "/agent/guichet");
      expect(other.page.text).toContain("Zoé Martin");
      const step = await other.visitor.click(other.page, "Zoé Martin");
      expect(step.$("input[name=telephone]").attr("value")).toBe("0612345678");
    });

    it("is nobody else's: not another collectivité's, not a passer-by's", async () => {
      const { page } = await begin(DECLARED);
      const id = idOf(page);
      expect((await new Visitor().get(`${desk.url}/agent/guichet/${id}/etape/vous`)).status).toBe(401);
      const neighbour = await desk.login("agent_autre_commune", "/c/autre-commune/agent/guichet");
      expect(neighbour.page.text).not.toContain("Zoé");
      const stray = await neighbour.visitor.get(`${desk.url}/c/autre-commune/agent/guichet/${id}/etape/vous`);
      expect(stray.status).toBe(404);
    });

    it("leaves a trace of every look and every change, and no value", async () => {
      const { visitor, page } = await begin(DECLARED);
      await visitor.submit(page, "finir plus tard", { telephone: "0612345678" });
      const id = idOf(page);
      const entries = await journal(id);
      expect(entries.map(({ action }) => action)).toEqual(["entered", "viewed", "entered"]);
      expect(entries.every(({ actor, purpose }) => actor === "agent" && purpose !== undefined)).toBe(true);
      expect(JSON.stringify(entries)).not.toMatch(/Martin|0612|06 12/);
    });

    it("is removed when it is abandoned, with a trace; pressed twice, nothing happens", async () => {
      const { visitor, page } = await begin(DECLARED);
      const list = await visitor.get(`${desk.url}/agent/guichet`);
      const after = await visitor.submit(list, "Effacer");
      expect(after.text).toContain("Aucune saisie n’est en attente");
      expect((await journal(idOf(page))).at(-1)).toMatchObject({ action: "removed" });
      expect((await visitor.submit(list, "Effacer")).status).toBe(200);
      const gone = await visitor.get(page.url);
      expect(gone.status).toBe(404);
      expect(gone.text).toContain("Aucune saisie ici");
    });
  });

  describe("sending", () => {
    it("is done once, whatever is pressed twice", async () => {
      const { visitor, page } = await begin(DECLARED);
      const check = await fillIn(visitor, page);
      const receipts = await Promise.all([
        visitor.submit(check, "Envoyer la demande", { relu: "oui" }),
        visitor.submit(check, "Envoyer la demande", { relu: "oui" }),
      ]);
      expect(new Set(receipts.map(({ url }) => url)).size).toBe(1);
      const back = await visitor.get(check.url);
      expect(back.url).toContain("/recepisse");
      const { rows } = await desk.dossiers.inbox({ collectivite: desk.collectivite.id });
      expect(rows).toHaveLength(1);
    });

    it("is shown again where a colleague changed an answer meanwhile", async () => {
      const { visitor, page } = await begin(DECLARED);
      const check = await fillIn(visitor, page);
      const colleague = await desk.login("agent_sans_role", new URL(page.url).pathname);
      await colleague.visitor.submit(colleague.page, "Enregistrer et continuer", { telephone: "0700000000" });
      const again = await visitor.submit(check, "Envoyer la demande", { relu: "oui" });
      expect(again.status).toBe(409);
      expect(again.text).toContain("par un collègue");
      expect(again.text).toContain("07 00 00 00 00");
    });

    it("is refused without the session's token", async () => {
      const { visitor, page } = await begin(DECLARED);
      const check = await fillIn(visitor, page);
      const forged = await visitor.post(check.url, { relu: "oui", revision: "9" });
      expect(forged.status).toBe(403);
    });
  });

  describe("a correction", () => {
    const asked = async (fields: readonly string[]) => {
      const { visitor, page } = await begin(DECLARED);
      const check = await fillIn(visitor, page);
      const receipt = await visitor.submit(check, "Envoyer la demande", { relu: "oui" });
      const id = /dossiers\/([\da-f-]{36})/.exec(receipt.url)?.[1] ?? "";
      await desk.dossiers.decide({
        collectivite: desk.collectivite.id,
        id,
        expectedRevision: 1,
        decision: { type: "correction_requested", reason: "Le numéro de rue manque.", fields },
        agent: { sub: "somebody" },
      });
      return { visitor, id, page: await visitor.get(`${desk.url}/agent/dossiers/${id}`) };
    };

    it("is typed in by an agent when the citizen comes back: the fields asked for, and no other", async () => {
      const { visitor, id, page } = await asked(["adresse"]);
      const form = await visitor.click(page, "Saisir la correction au guichet");
      expect(form.text).toContain("Le numéro de rue manque.");
      expect(form.$("input[name=telephone]")).toHaveLength(0);
      const after = await visitor.submit(form, "Enregistrer la correction", {
        "adresse.street": "5 rue du Moulin",
      });
      expect(after.url).toBe(`${desk.url}/agent/dossiers/${id}`);
      const corrected = await dossier(id);
      expect(corrected?.state).toBe("in_review");
      expect(corrected?.history.at(-1)).toMatchObject({ type: "corrected", agent: "Hélène Castaing" });
      const address = corrected?.form.fields.find(({ name }) => name === "adresse");
      expect(address).toMatchObject({
        value: { street: "5 rue du Moulin" },
        provenance: { source: "agent" },
      });
      expect(after.text).toContain("Réponses corrigées au guichet");
      expect((await journal(id)).findLast(({ action }) => action === "corrected")?.actor).toBe("agent");
    });

    it("is shown again with what is wrong with it", async () => {
      const { visitor, page } = await asked(["telephone"]);
      const form = await visitor.click(page, "Saisir la correction au guichet");
      const refused = await visitor.submit(form, "Enregistrer la correction", { telephone: "abc" });
      expect(refused.status).toBe(422);
      expect(refused.$("#telephone").attr("value")).toBe("abc");
    });

    it("is done once: the second of two agents is told", async () => {
      const { visitor, page } = await asked(["telephone"]);
      const form = await visitor.click(page, "Saisir la correction au guichet");
      await visitor.submit(form, "Enregistrer la correction", { telephone: "0700000000" });
      const late = await visitor.submit(form, "Enregistrer la correction", { telephone: "0711111111" });
      expect(late.status).toBe(409);
      expect(late.text).toContain("Rien à corriger au guichet");
    });

    it("of somebody who can log in stays theirs", async () => {
      const { id } = await desk.send();
      await desk.dossiers.decide({
        collectivite: desk.collectivite.id,
        id,
        expectedRevision: 1,
        decision: { type: "correction_requested", reason: "Le numéro manque.", fields: ["adresse"] },
        agent: { sub: "somebody" },
      });
      const { visitor, page } = await desk.login("agent", `/agent/dossiers/${id}`);
      expect(page.text).not.toContain("Saisir la correction au guichet");
      expect((await visitor.get(`${desk.url}/agent/dossiers/${id}/correction`)).status).toBe(409);
    });
  });

  it("follows every procedure that is offered", async () => {
    const { visitor, list } = await begin(DECLARED);
    const links = list.$("a[href*='/guichet/nouvelle/']").toArray();
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      const form = await visitor.get(desk.url + String(list.$(link).attr("href")));
      const step = await visitor.submit(form, "Commencer la demande", DECLARED);
      expect(step.status, step.url).toBe(200);
      expect(step.$("form button[value=next]").length, step.url).toBe(1);
    }
    expect((await visitor.get(`${desk.url}/agent/guichet/nouvelle/rien`)).status).toBe(404);
  });
});
