import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Page, Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  BY_HAND,
  begin,
  identify,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const EVERYTHING = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };

describe("what is a citizen's own", () => {
  let portal: WholePortal;
  let sent: Page;
  let attacker: Visitor;
  beforeAll(async () => {
    portal = await startWholePortal();
    const owner = await begin(portal, CANTEEN, "sans_dossier_caf");
    sent = await walk(owner.visitor, owner.page, EVERYTHING);
    attacker = (await begin(portal, CANTEEN, "avec_nom_dusage")).visitor;
  });
  afterAll(() => portal.close());

  it("is not found by another: dossier, confirmation", async () => {
    const id = sent.url.split("/").at(-1);
    for (const path of [`/mes-dossiers/${id}`, `/demarches/${CANTEEN}/confirmation/${id}`]) {
      const page = await attacker.get(portal.url + path);
      const nowhere = await attacker.get(portal.url + path.replace(String(id), crypto.randomUUID()));
      expect(page.status).toBe(404);
      expect(page.text).toBe(nowhere.text);
      expect((await new Visitor().get(portal.url + path)).url).toMatch(/connexion$/);
    }
  });

  it("cannot be written by another who knows the draft's id", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "prénom_composé");
    const step = await walk(visitor, page, EVERYTHING, /etape\/vous/);
    const draft = String(step.$('[name="draft"]').val());
    const own = await attacker.get(`${portal.url}/demarches/${CANTEEN}/etape/vous`);
    const token = String(own.$('[name="_csrf"]').first().val());
    const forged = { _csrf: token, draft, telephone: "0799999999" };
    for (const path of ["etape/vous", "verification", "recuperation"]) {
      await attacker.post(`${portal.url}/demarches/${CANTEEN}/${path}`, forged, { origin: portal.url });
    }
    await attacker.post(`${portal.url}/mes-donnees`, forged, { origin: portal.url });
    const again = await visitor.get(step.url);
    expect(again.status).toBe(200);
    expect(again.$('[name="draft"]').val()).toBe(draft);
    expect(again.$('[name="telephone"]').val()).toBe("");
  });

  it("typed by hand belongs to that browser alone", async () => {
    const visitor = new Visitor();
    const first = await visitor.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    await walk(visitor, first, BY_HAND, /etape\/foyer/);
    const other = await new Visitor().get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    expect(other.html).not.toContain("zoe.martin");
    expect(other.$('[name="draft"]').val()).not.toBe(first.$('[name="draft"]').val());
  });

  it("can be seen and removed under « Mes données »", async () => {
    const { visitor } = await begin(portal, CANTEEN, "nom_composé");
    const page = await visitor.get(`${portal.url}/mes-donnees`);
    expect(page.text).toContain("Dans vos demandes à terminer");
    const after = await visitor.submit(page, "Supprimer cette demande");
    expect(after.text).toContain("Aucune demande commencée");
  });
});

describe("a procedure that needs FranceConnect+", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  it("sends the same citizen there and back, and both dossiers are under « Mes dossiers »", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "senior_apa");
    await walk(visitor, page, EVERYTHING);
    const presentation = await visitor.get(`${portal.url}/demarches/apa?pour=moi`);
    const choice = await visitor.click(presentation, "S’identifier avec FranceConnect+");
    expect(choice.url.startsWith(new URL(portal.simulator.franceconnectPlus.issuer).origin)).toBe(true);
    const step = await identify(visitor, choice, "senior_apa");
    expect(step.text).toContain("Fourni par FranceConnect+");
    const sent = await walk(visitor, step, EVERYTHING);
    expect(sent.text).toContain("Votre demande est envoyée");
    const list = await visitor.get(`${portal.url}/mes-dossiers`);
    expect(list.$("#envoyes ~ ul li").length).toBe(2);
  });

  it("leaves the session as it was when the citizen turns back there", async () => {
    const { visitor } = await begin(portal, CANTEEN, "sans_dossier_caf");
    const choice = await visitor.get(`${portal.url}/demarches/apa/formulaire?pour=moi`);
    const back = await visitor.click(choice, "Revenir sur");
    expect(back.url.startsWith(portal.url)).toBe(true);
    expect(back.status).toBeGreaterThanOrEqual(400);
    expect(back.status).toBeLessThan(500);
    expect(back.$("main a[href]").length).toBeGreaterThan(0);
    expect((await visitor.get(`${portal.url}/mes-dossiers`)).text).toContain("SAULNIER");
  });

  it("shows nothing of its draft to a session that has become less sure", async () => {
    const { visitor, page } = await begin(portal, "apa", "senior_apa");
    await walk(visitor, page, { ...EVERYTHING, telephone: "0744444444" }, /etape\/vie/);
    const low = new Visitor();
    await begin(portal, CANTEEN, "senior_apa", low);
    const step = await low.get(`${portal.url}/demarches/apa/etape/vous`);
    expect(step.html).not.toContain("0744444444");
  });
});
