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

describe("what the State knows", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  it("is awaited without holding anybody back, and arrives in the draft when it comes late", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", "fournisseur_lent");
    expect(page.text).toContain("En cours.");
    expect((await visitor.click(page, "Actualiser la page")).url).toBe(page.url);
    const step = await visitor.click(page, "Continuer");
    expect(step.url).toMatch(/etape\/vous/);
    await expect
      .poll(async () => (await visitor.get(page.url)).text, { timeout: 15_000, interval: 500 })
      .toContain("Reçu de la CAF");
    expect((await walk(visitor, step, ANSWERS, /etape\/foyer/)).text).toContain("Quotient familial");
  }, 30_000);

  const carRead = async (visitor: Visitor, page: Page, answers = ANSWERS): Promise<Page> => {
    const step = await walk(visitor, page, answers, /etape\/vehicule/);
    expect(step.text).toContain("Une nouvelle identification est nécessaire");
    const information = await visitor.click(step, "Récupérer mes données avec FranceConnect");
    return visitor.submit(information, "Continuer sur");
  };

  it("about a car is asked once its plate is typed, with one more look at FranceConnect", async () => {
    const { visitor, page } = await begin(portal, "stationnement-resident", "automobiliste");
    expect(page.text).toContain("dès que vous aurez répondu");
    const back = await carRead(visitor, page);
    expect(back.url).toMatch(/etape\/vehicule/);
    expect(back.text).toContain("Titulaire");
    expect(back.$('[name="co2"]').length).toBe(0);
    expect((await walk(visitor, back, { ...ANSWERS, ...ADDRESS })).text).toContain(
      "Votre demande est envoyée",
    );
  });

  it("about one car is forgotten when the plate becomes another's", async () => {
    const { visitor, page } = await begin(portal, "stationnement-resident", "adulte_handicape");
    const filled = await carRead(visitor, page, { ...ANSWERS, plaque: "FC-904-DZ" });
    expect(filled.$('[name="co2"]').length).toBe(0);
    const plate = await visitor.click(filled, "Étape précédente");
    const changed = await visitor.submit(plate, "Enregistrer et continuer", { plaque: "ZZ-999-ZZ" });
    expect(changed.url).toMatch(/etape\/vehicule/);
    expect(changed.$('[name="co2"]').val()).toBe("");
  });

  it("can be fetched in the middle of a form begun by hand: what was typed stays where the State says nothing", async () => {
    const visitor = new Visitor();
    const first = await visitor.get(`${portal.url}/demarches/restauration-scolaire/sans-franceconnect`);
    const step = await walk(visitor, first, BY_HAND, /etape\/foyer/);
    const choice = await visitor.submit(step, "Récupérer mes données avec FranceConnect");
    const back = await identify(visitor, choice, "parent_isole");
    expect(back.url.startsWith(`${portal.url}/demarches/restauration-scolaire/`)).toBe(true);
    const you = await visitor.get(`${portal.url}/demarches/restauration-scolaire/etape/vous`);
    expect(you.text).toContain("TRAORÉ");
    expect(you.$('[name="nom-de-naissance"]').length).toBe(0);
    expect(you.$('[name="telephone"]').val()).toBe("0612345678");
    const list = await visitor.get(`${portal.url}/mes-dossiers`);
    expect(list.$("#brouillons ~ ul li").length).toBe(1);
  });

  it("joins a draft left half-way: what was typed by hand since fills its gaps", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", "sans_dossier_caf");
    await walk(visitor, page, ANSWERS, /etape\/foyer/);
    const later = new Visitor();
    const first = await later.get(`${portal.url}/demarches/restauration-scolaire/sans-franceconnect`);
    const byHand = { ...BY_HAND, telephone: "0699999999" };
    const step = await walk(later, first, byHand, /etape\/enfants/);
    await identify(
      later,
      await later.submit(step, "Récupérer mes données avec FranceConnect"),
      "sans_dossier_caf",
    );
    const you = await later.get(`${portal.url}/demarches/restauration-scolaire/etape/vous`);
    expect(you.$('[name="telephone"]').val()).toBe("0612345678");
    const home = await later.get(`${portal.url}/demarches/restauration-scolaire/etape/foyer`);
    expect(home.$('[name="adresse.street"]').val()).toBe("3 rue du Moulin");
    expect((await later.get(`${portal.url}/mes-dossiers`)).$("#brouillons ~ ul li").length).toBe(1);
  });

  it("is never changed by what a browser sends: fixed fields edited, doubled or added", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire");
    const step = await walk(visitor, page, ANSWERS, /etape\/vous/);
    const body = {
      _csrf: String(step.$('[name="_csrf"]').first().val()),
      draft: String(step.$('[name="draft"]').val()),
      "nom-de-naissance": ["ESCROC", "DOUBLE"],
      prenoms: "Faux",
      "date-de-naissance.year": "2001",
      "quotient-familial": "1",
      identity: "autre",
      "sources[qf]": "x",
      __proto__: "x",
      "nom-d-usage": "BERTHIER",
      "adresse-electronique": "camille.fournel@example.org",
      telephone: "0612345678",
    };
    const next = await visitor.post(step.url, body, { origin: portal.url });
    expect(next.url).toMatch(/etape\/foyer/);
    const forged = await visitor.post(
      next.url,
      {
        _csrf: String(next.$('[name="_csrf"]').first().val()),
        draft: body.draft,
        "quotient-familial": ["1", "2"],
        ...ADDRESS,
      },
      { origin: portal.url },
    );
    const answers = { ...ANSWERS, ...ADDED_CHILD };
    const check = await walk(visitor, forged, answers, /verification/);
    expect(check.text).toContain("FOURNEL");
    expect(check.text).toContain("912 €");
    expect(check.text).not.toMatch(/ESCROC|DOUBLE|Faux|2001/);
  });
});

describe("a data provider that is down", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  it("can be asked again, and holds nobody back", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", "fournisseur_en_panne");
    const settled = async () => {
      const { text } = await visitor.get(page.url);
      return text;
    };
    await expect.poll(settled, { timeout: 15_000, interval: 500 }).toContain("Indisponible pour le moment");
    const again = await visitor.submit(await visitor.get(page.url), "Réessayer");
    expect(again.url).toBe(page.url);
    expect(again.text).toContain("Indisponible pour le moment");
    const answers = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };
    expect((await walk(visitor, again, answers)).text).toContain("Votre demande est envoyée");
  });
});
