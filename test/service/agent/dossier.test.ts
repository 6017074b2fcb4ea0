import { describe, expect, it } from "vitest";
import type { FormState } from "../../../src/procedures/index.ts";
import { agentStage } from "../../support/agent-desk.ts";
import type { Page } from "../../support/visitor.ts";

const rowOf = (page: Page, label: string): string => {
  const { $ } = page;
  const row = $(".mirror tbody tr")
    .toArray()
    .find((element) => $(element).find("th").text().trim() === label);
  return row ? $(row).text().replace(/\s+/g, " ").trim() : "";
};

const at = "2026-11-18T09:15:00.000Z";
const moved = (state: FormState): FormState => ({
  ...state,
  answers: {
    ...state.answers,
    adresse: { street: "14 rue des Tilleuls", postalCode: "84800", city: "L’Isle-sur-la-Sorgue" },
  },
  corrections: { adresse: { reason: "Nous avons déménagé.", at } },
});
const contesting = (state: FormState): FormState => ({
  ...state,
  contested: { "date-de-naissance": { reason: "Je suis née le 25.", at } },
});
const silentCaf = ({ sources: _sources, ...state }: FormState): FormState => ({
  ...state,
  sources: { qf: { state: { state: "unavailable", at } } },
  answers: { ...state.answers, "quotient-familial": 812 },
});
const withoutFranceConnect = ({ identity: _identity, ...state }: FormState): FormState => ({
  ...state,
  sources: { qf: { state: { state: "login_needed", at } } },
  answers: { ...state.answers, "nom-de-naissance": "DUBOIS", prenoms: "Angela" },
});

describe("a dossier, as the agent sees it", () => {
  const stage = agentStage();

  it("is the citizen's form: same order, same labels, their steps as sections", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const labels = page
      .$(".mirror tbody th")
      .toArray()
      .map((th) => page.$(th).text().trim());
    const dossier = await desk.dossiers.forAgent({ collectivite: desk.collectivite.id, id });
    expect(labels).toEqual(dossier?.form.fields.map(({ label }) => label));
    expect(page.$(".mirror caption").first().text()).toBe("Vous");
  });

  it("says of each value where it came from, about what, and when it was read", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(rowOf(page, "Nom de naissance")).toContain("DUBOISFranceConnectlu le 18/11/2026 à 10 h 12");
    expect(rowOf(page, "Quotient familial")).toContain(
      "CAFvia API Particulier, novembre 2026lu le 18/11/2026 à 10 h 12",
    );
    expect(rowOf(page, "Téléphone")).toContain("Usager");
  });

  it("says how sure the State is of who asks", async () => {
    const desk = await stage.open();
    const known = await desk.send();
    const unknown = await desk.send({ change: withoutFranceConnect });
    const { visitor, page } = await desk.login("agent", `/agent/dossiers/${known.id}`);
    expect(page.text).toContain(
      "Authentifié par FranceConnect le 18 novembre 2026 à 10 h 12 (niveau eIDAS 1)",
    );
    const other = await visitor.get(`${desk.url}/agent/dossiers/${unknown.id}`);
    expect(other.text).toContain("Déposé sans FranceConnect");
    expect(other.text).not.toContain("Authentifié par");
  });

  it("puts what was received beside what the citizen declared, with their reason", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ change: moved });
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const row = rowOf(page, "Adresse");
    expect(row).toContain("Reçu : CAF");
    expect(row).toContain("12 AVENUE DE LA GARE");
    expect(row).toMatch(/Déclaré par l’usager\s*14 rue des Tilleuls/);
    expect(row).toContain("Nous avons déménagé.");
    expect(page.text).toContain("À vérifier : 1 point");
  });

  it("shows a contested value with the citizen's words, and keeps the State's", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ change: contesting });
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(rowOf(page, "Date de naissance")).toContain("24 août 1962");
    expect(rowOf(page, "Date de naissance")).toContain("Je suis née le 25.");
    expect(page.$(".notice-warning a").attr("href")).toBe("#champ-date-de-naissance");
    expect(page.$("#champ-date-de-naissance")).toHaveLength(1);
  });

  it("says what the State certified, so that no document is asked for it", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.text).toContain("Rien à vérifier");
    const certified = page.$(".certified").text();
    expect(certified).toContain("Nom de naissance");
    expect(certified).toContain("Quotient familial");
    expect(certified).not.toContain("Téléphone");
  });

  it("does not call certified what was contested, corrected, or declared by the citizen", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ change: (state) => contesting(moved(state)) });
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.$(".certified").text()).not.toContain("Date de naissance");
    expect(page.$(".certified").text()).not.toContain("Adresse");
    expect(page.text).toContain("À vérifier : 2 points");
  });

  it("asks to look at what stands in for a silent source, and at a price made from it", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ change: silentCaf });
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(rowOf(page, "Quotient familial")).toContain("À la place d’une donnée manquante");
    expect(page.text).toContain("service indisponible");
    expect(page.text).toContain("provisoire");
  });

  it("says that a price rests on a contested figure", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({
      change: (state) => ({ ...state, contested: { "quotient-familial": { reason: "Faux", at } } }),
    });
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.text).toContain("il repose sur une donnée contestée");
  });

  it("shows the price with the rule that made it and its délibération", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.$("#tarif").text().replace(/\s+/g, " ")).toMatch(/3,40 €.*QF 1 045.*2026-041/);
  });

  it("is written into the journal with its purpose before it is shown, and the citizen can read it", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    const accesses = await desk.dossiers.journal.accessesTo({
      collectivite: desk.collectivite.id,
      dossier: id,
    });
    expect(accesses.map(({ action }) => action)).toEqual(["sent", "viewed"]);
    expect(accesses[1]).toMatchObject({ actor: "agent", purpose: "Instruire la demande" });
    expect(page.text).toContain("Consultation — vous");
  });

  it("does not know colleagues by name in the journal", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    await desk.login("agent_mfa", `/agent/dossiers/${id}`);
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.text).toMatch(/Consultation — agent [\w-]{6}/);
    expect(page.text).not.toContain("Dufau");
  });

  it("shows nothing when the journal cannot be written", async () => {
    const desk = await stage.open({
      dossiers: (dossiers) => ({
        ...dossiers,
        journal: { ...dossiers.journal, record: () => Promise.reject(new Error("disk full")) },
      }),
    });
    const { id, number } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.status).toBe(500);
    expect(page.text).not.toContain(number);
    expect(page.text).not.toContain("DUBOIS");
  });

  it.each(["", "/decision/refus"])(
    "does not tell another collectivité's dossier from none at all%s",
    async (path) => {
      const desk = await stage.open();
      const { id } = await desk.send({ collectivite: desk.other });
      const { visitor } = await desk.login();
      const theirs = await visitor.get(`${desk.url}/agent/dossiers/${id}${path}`);
      const nobodys = await visitor.get(
        `${desk.url}/agent/dossiers/3f2a9c10-1111-4222-8333-444455556666${path}`,
      );
      const nonsense = await visitor.get(`${desk.url}/agent/dossiers/%00%F0${path}`);
      expect([theirs.status, nobodys.status]).toEqual([404, 404]);
      expect(theirs.text).toBe(nobodys.text);
      expect(nonsense.status).toBeLessThan(500);
      expect(
        await desk.dossiers.journal.accessesTo({ collectivite: desk.other.id, dossier: id }),
      ).toHaveLength(1);
    },
  );

  it("shows a procedure that is no longer offered with the labels the citizen saw", async () => {
    const desk = await stage.open({ procedures: [] });
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.status).toBe(200);
    expect(rowOf(page, "Quotient familial")).toContain("CAF");
  });

  it("is kept by no cache", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const { page } = await desk.login("agent", `/agent/dossiers/${id}`);
    expect(page.headers.get("cache-control")).toBe("no-store");
  });
});
