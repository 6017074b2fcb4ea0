import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page, Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  begin,
  forgetSession,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const EVERYTHING = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };

describe("sending", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  const atCheck = async (persona: string): Promise<{ visitor: Visitor; check: Page }> => {
    const { visitor, page } = await begin(portal, CANTEEN, persona);
    return { visitor, check: await walk(visitor, page, EVERYTHING, /verification/) };
  };
  const sentOf = async (visitor: Visitor): Promise<number> =>
    (await visitor.get(`${portal.url}/mes-dossiers`)).$("#envoyes ~ ul li").length;

  it("twice at the same instant makes one dossier, shown to both", async () => {
    const { visitor, check } = await atCheck("sans_dossier_caf");
    const pages = await Promise.all(
      Array.from({ length: 5 }, () => visitor.submit(check, "Envoyer la demande")),
    );
    expect(new Set(pages.map(({ url, status }) => `${status} ${url}`)).size).toBe(1);
    expect(pages[0]?.url).toMatch(/\/confirmation\//);
    expect(await sentOf(visitor)).toBe(1);
  });

  it("leaves the back button with a page that says so and leads to the dossier, whatever page it goes back to", async () => {
    const { visitor, check } = await atCheck("avec_nom_dusage");
    await visitor.submit(check, "Envoyer la demande");
    for (const path of ["etape/vous", "etape/repas", "verification", "recuperation"]) {
      const back = await visitor.get(`${portal.url}/demarches/${CANTEEN}/${path}`);
      expect([path, back.status]).toEqual([path, 409]);
      expect(back.text).toContain("Cette demande est déjà envoyée");
    }
    const back = await visitor.get(check.url);
    expect((await visitor.click(back, "Voir mon dossier")).text).toContain("Envoyée");
    expect((await visitor.click(back, "Commencer une autre demande")).text).toContain("Commencer ma demande");
    const old = await visitor.submit(check, "Envoyer la demande");
    expect(old.url).toMatch(/\/confirmation\//);
    expect(await sentOf(visitor)).toBe(1);
  });

  it("from one tab what another tab has changed shows the answers again first", async () => {
    const { visitor, check } = await atCheck("genre_indéfini");
    const other = await visitor.click(check, "Modifier : Téléphone");
    await visitor.submit(other, "Enregistrer et continuer", { telephone: "0788888888" });
    const again = await visitor.submit(check, "Envoyer la demande");
    expect(again.status).toBe(409);
    expect(again.text).toContain("Vos réponses ont changé");
    expect(again.text).toContain("07 88 88 88 88");
    expect((await visitor.submit(again, "Envoyer la demande")).url).toMatch(/\/confirmation\//);
  });

  it("at the instant at which another tab saves shows the answers again, or sends them: never a problem", async () => {
    const { visitor, check } = await atCheck("famille_msa");
    let page = check;
    for (let turn = 0; turn < 40 && !page.url.includes("/confirmation/"); turn += 1) {
      const other = await visitor.click(page, "Modifier : Téléphone");
      const telephone = `07000000${10 + turn}`;
      const [sent] = await Promise.all([
        visitor.submit(page, "Envoyer la demande"),
        visitor.submit(other, "Enregistrer et continuer", { telephone }),
      ]);
      expect(sent.text).not.toContain("Quelque chose n’a pas fonctionné");
      page = sent.url.includes("/confirmation/") ? sent : await visitor.get(check.url);
    }
    expect(await sentOf(visitor)).toBe(page.url.includes("/confirmation/") ? 1 : 0);
  });

  it("keeps what two tabs save in two steps", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "nom_composé");
    const you = await walk(visitor, page, EVERYTHING, /etape\/vous/);
    const homeUrl = you.url.replace("vous", "foyer");
    const home = await visitor.get(homeUrl);
    await Promise.all([
      visitor.submit(you, "Enregistrer et continuer", { telephone: "0755555555" }),
      visitor.submit(home, "Enregistrer et continuer", ADDRESS),
    ]);
    expect((await visitor.get(you.url)).$('[name="telephone"]').val()).toBe("0755555555");
    expect((await visitor.get(homeUrl)).$('[name="adresse.street"]').val()).toBe("3 rue du Moulin");
  });

  it("comes back to the check once an answer has been changed there", async () => {
    const { visitor, check } = await atCheck("prénom_composé");
    const step = await visitor.click(check, "Modifier : Menu");
    const back = await visitor.submit(step, /Vérifier|Enregistrer/, { menu: "sans-viande" });
    expect(back.url).toBe(check.url);
    expect(back.text).toContain("Menu sans viande");
  });

  it("is not possible before every step has been answered", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "test_CORSE_2A");
    await walk(visitor, page, EVERYTHING, /etape\/foyer/);
    const early = await visitor.get(`${portal.url}/demarches/${CANTEEN}/verification`);
    expect(early.url).toMatch(/etape\/foyer/);
  });

  it("can wait: a draft outlives the logout and a restart of the service", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "naissance_outremer");
    const step = await walk(visitor, page, EVERYTHING, /etape\/foyer/);
    const list = await visitor.submit(step, "Enregistrer et finir plus tard", ADDRESS);
    expect(list.url).toMatch(/mes-dossiers$/);
    expect(list.text).toContain("À terminer");
    await visitor.submit(list, "Se déconnecter");
    expect((await visitor.get(`${portal.url}/mes-dossiers`)).url).toMatch(/connexion$/);
    await portal.restart();
    await forgetSession(visitor);
    const { page: back } = await begin(portal, CANTEEN, "naissance_outremer", visitor);
    const home = await visitor.get(step.url);
    expect(back.url).toMatch(/etape/);
    expect(home.$('[name="adresse.street"]').val()).toBe("3 rue du Moulin");
    expect((await walk(visitor, back, EVERYTHING)).text).toContain("Votre demande est envoyée");
  });

  it("corrects what was received with both values kept, and contests what cannot be corrected", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "famille");
    const home = await walk(visitor, page, ANSWERS, /etape\/foyer/);
    const next = await visitor.submit(home, "Enregistrer et continuer", {
      ...ADDRESS,
      "quotient-familial.contest": "Mon revenu a baissé.",
    });
    const child = String(next.$('[name="enfants"]').first().val());
    const check = await walk(visitor, next, { ...ANSWERS, enfants: child }, /verification/);
    expect(check.text).toMatch(/3 rue du Moulin.*Au lieu de 12 RUE DES TILLEULS/);
    expect(check.text).toContain("Vous contestez cette donnée : Mon revenu a baissé.");
    const sent = await visitor.submit(check, "Envoyer la demande");
    const dossier = await visitor.click(sent, "Voir mon dossier");
    expect(dossier.text).toContain("Au lieu de 12 RUE DES TILLEULS");
    expect(dossier.text).toContain("Personne ne l’a encore consulté");
  });
});
