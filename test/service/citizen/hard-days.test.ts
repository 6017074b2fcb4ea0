import { describe, expect, it } from "vitest";
import { defineProcedure, PROCEDURES, type Procedure } from "../../../src/procedures/index.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import { received } from "../../support/procedure.ts";
import { type Answers, type Page, Visitor } from "../../support/visitor.ts";
import { ADDED_CHILD, ADDRESS, ANSWERS, BY_HAND, identify, walk } from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const EVERYTHING = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };

const stage = agentStage();

const byHand = async (desk: AgentDesk, slug = CANTEEN) => {
  const visitor = new Visitor();
  return { visitor, page: await visitor.get(`${desk.url}/demarches/${slug}/sans-franceconnect`) };
};
const sent = (desk: AgentDesk, page: Page) =>
  desk.dossiers.forAgent({ collectivite: desk.collectivite.id, id: String(page.url.split("/").at(-1)) });

describe("a name that computers find hard", () => {
  const LONG = `${"Marie-Élisabeth ".repeat(12)}Zoé Ann`.slice(0, 200);

  it.each([
    ["200 characters", LONG, LONG],
    ["right-to-left marks", "Zo\u202Eé\u200F \u2066Anne\u2069", "Zoé Anne"],
    ["an accent apart from its letter (NFD)", "Zoe\u0301", "Zoé"],
    ["an accent on its letter (NFC)", "Zoé", "Zoé"],
    ["zero-width and control characters", "Z\u200Bo\u0007é", "Zoé"],
    ["another script", "محمد", "محمد"],
    ["what looks like HTML", "<b>Zoé</b>", "<b>Zoé</b>"],
  ])(
    "with %s goes through form, check, receipt and inbox as it should have been typed",
    async (_, typed, kept) => {
      const desk = await stage.open();
      const { visitor, page } = await byHand(desk);
      const check = await walk(visitor, page, { ...BY_HAND, prenoms: typed }, /verification/);
      expect(check.$("dd").text()).toContain(kept);
      expect(check.html).not.toContain("<b>Zoé");
      const dossier = await sent(desk, await visitor.submit(check, "Envoyer la demande"));
      expect(dossier?.form.fields.find(({ name }) => name === "prenoms")?.value).toBe(kept);
      expect(dossier?.applicant).toBe(`${kept} Martin`);
      const agent = await desk.login();
      expect(agent.page.$("body").text()).toContain(kept);
    },
  );

  it("of 201 characters is refused in words, and kept to be shortened", async () => {
    const desk = await stage.open();
    const { visitor, page } = await byHand(desk);
    const refused = await visitor.submit(page, "Enregistrer et continuer", {
      ...asked(page),
      prenoms: "é".repeat(201),
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("écrivez au plus 200 caractères");
    expect(refused.$('[name="prenoms"]').val()).toBe("é".repeat(201));
  });
});

/** The answers of somebody of whom nothing is known, for the inputs of this page. */
const asked = (page: Page): Answers =>
  Object.fromEntries(Object.entries(BY_HAND).filter(([name]) => page.$(`[name="${name}"]`).length > 0));

describe("what changes between reading and sending", () => {
  const atCheck = async (desk: AgentDesk) => {
    const visitor = new Visitor();
    const choice = await visitor.get(`${desk.url}/demarches/${CANTEEN}/formulaire`);
    const page = await identify(visitor, choice, "famille");
    const check = await walk(visitor, page, EVERYTHING, /verification/);
    const me = JSON.parse((await visitor.get(`${desk.url}/auth/me`)).html) as { readonly sub: string };
    const owners = [{ platform: "franceconnect" as const, sub: me.sub }];
    return {
      visitor,
      check,
      key: { collectivite: desk.collectivite.id, owners, id: String(check.$('[name="draft"]').val()) },
    };
  };

  it("by a source that answers late is shown again before it is sent", async () => {
    const desk = await stage.open();
    const { visitor, check, key } = await atCheck(desk);
    const qf = received({ quotient_familial: { fournisseur: "CNAF", valeur: 321, annee: 2026, mois: 11 } });
    await desk.dossiers.drafts.change({ ...key, change: (state) => ({ ...state, sources: { qf } }) });
    const again = await visitor.submit(check, "Envoyer la demande");
    expect([again.status, again.text.includes("Vos réponses ont changé")]).toEqual([409, true]);
    expect(again.text).toContain("321 €");
    expect((await visitor.submit(again, "Envoyer la demande")).url).toMatch(/confirmation/);
  });

  it("by a tariff that is no longer the same is shown again before it is sent", async () => {
    const procedures = [...PROCEDURES];
    const desk = await stage.open({ procedures });
    const { visitor, check } = await atCheck(desk);
    const before = check.$(".price").text() || check.text;
    replace(procedures, CANTEEN, (one) => ({
      ...one,
      tariff: one.tariff && { ...one.tariff, price: () => ({ cents: 99_999, explanation: "tarif unique" }) },
    }));
    const again = await visitor.submit(check, "Envoyer la demande");
    expect(again.status).toBe(409);
    expect(again.text).toContain("999,99");
    expect(before).not.toContain("999,99");
    const dossier = await sent(desk, await visitor.submit(again, "Envoyer la demande"));
    expect(dossier?.form.price?.cents).toBe(99_999);
  });
});

/** A new version of a procedure is put into service, as after a deployment. */
function replace(procedures: Procedure[], slug: string, change: (procedure: Procedure) => object): void {
  const index = procedures.findIndex((one) => one.slug === slug);
  const old = procedures[index] as Procedure;
  procedures[index] = Object.freeze({ ...old, ...change(old) });
}

describe("a draft of an older version of the form", () => {
  const declared = (version: string, ...fields: Procedure["steps"][number]["fields"][number]["name"][]) =>
    defineProcedure({
      slug: "piscine",
      version,
      title: "Piscine",
      summary: "Un abonnement.",
      audience: "Tous",
      duration: "1 minute",
      delay: "aussitôt",
      level: "eidas1",
      legalBasis: ["article L2121-29 du code général des collectivités territoriales"],
      deliberation: { reference: "délibération n° 1", date: "2026-01-15" },
      retentionMonths: 12,
      sources: {},
      steps: [
        { slug: "vous", title: "Vous", fields: fields.map((name) => ({ name, kind: "text", label: name })) },
        { slug: "fin", title: "Fin", fields: [{ name: "mot", kind: "text", label: "Mot" }] },
      ],
      otherWays: ["À l’accueil"],
    });

  it("goes on with the form of today: what still fits is kept, each step is seen again, its author is told", async () => {
    const procedures = [declared("1", "prenoms", "surnom")];
    const desk = await stage.open({ procedures });
    const { visitor, page } = await byHand(desk, "piscine");
    const end = await visitor.submit(page, "Enregistrer et continuer", { prenoms: "Zoé", surnom: "Zou" });
    procedures[0] = declared("2", "prenoms", "ville");
    const first = await visitor.submit(end, /Vérifier|continuer/, { mot: "Bonjour" });
    expect(first.url).toMatch(/etape\/vous$/);
    expect(first.text).toContain("Le formulaire a changé depuis que vous avez commencé");
    expect(first.$('[name="prenoms"]').val()).toBe("Zoé");
    expect(first.$('[name="surnom"]').length).toBe(0);
    const check = await walk(visitor, first, { ville: "Apt" }, /verification/);
    expect(check.text).toContain("Bonjour");
    const dossier = await sent(desk, await visitor.submit(check, "Envoyer la demande"));
    expect(dossier?.version).toBe("2");
    expect(dossier?.form.fields.map(({ name }) => name)).toEqual(["prenoms", "ville", "mot"]);
  });

  it("is not sent from the check page of before", async () => {
    const procedures = [declared("1", "prenoms")];
    const desk = await stage.open({ procedures });
    const { visitor, page } = await byHand(desk, "piscine");
    const check = await walk(visitor, page, { prenoms: "Zoé", mot: "Bonjour" }, /verification/);
    procedures[0] = declared("2", "prenoms", "ville");
    const back = await visitor.submit(check, "Envoyer la demande");
    expect(back.url).toMatch(/etape\/vous$/);
    expect((await desk.dossiers.inbox({ collectivite: desk.collectivite.id })).rows).toEqual([]);
  });
});
