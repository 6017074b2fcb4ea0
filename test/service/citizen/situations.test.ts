import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "../../support/visitor.ts";
import {
  ADDED_CHILD,
  ADDRESS,
  ANSWERS,
  BY_HAND,
  begin,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

describe("a citizen reaches the confirmation", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  const chosen = async (persona: string) => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", persona);
    const step = await walk(visitor, page, ANSWERS, /etape\/enfants/);
    const child = String(step.$('[name="enfants"]').first().val());
    return walk(visitor, step, { ...ANSWERS, enfants: child });
  };

  it("with everything the CAF knows: two names, three children, a price by the commune's rule", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire");
    expect(page.url).toMatch(/\/recuperation$/);
    expect(page.text).toContain("Reçu de la CAF");
    const step = await walk(visitor, page, ANSWERS, /etape\/enfants/);
    expect(step.$('[name="enfants"]').length).toBe(3);
    const children = [step.$('[name="enfants"]').first().val() as string];
    const check = await walk(visitor, step, { ...ANSWERS, enfants: children }, /verification/);
    expect(check.text).toContain("912 €");
    expect(check.text).toContain("3,30 € par repas et par enfant");
    expect(check.text).toContain("délibération n° 2026-041");
    const sent = await visitor.submit(check, "Envoyer la demande à Val-de-Sorgue");
    expect(sent.text).toMatch(/numéro de dossier : ?2026-RS-[0-9A-Z]{6}/);
    expect(sent.text).toContain("Fourni par la CAF, novembre 2026");
  });

  it("when the family is known to the MSA", async () => {
    expect((await chosen("famille_msa")).text).toContain("Fourni par la MSA");
  });

  it.each([
    ["born abroad", "naissance_Algérie"],
    ["with a presumed month of birth", "étranger_présumé_né_jour_et_mois"],
    ["without a nom d’usage", "test"],
  ])("%s", async (_, persona) => {
    expect((await chosen(persona)).text).toContain("Fourni par la CAF");
  });

  it("when the token has expired at the data provider", async () => {
    expect((await chosen("jeton_expire")).text).toContain("Votre demande est envoyée");
  });

  it.each([
    ["when the CAF knows nobody of that name", "sans_dossier_caf", "Aucun dossier trouvé"],
    ["with a presumed day of birth", "étranger_présumé_né_jour", "Aucun dossier trouvé"],
    ["with a name of fifty letters", "nom_50+_caractères", ""],
    ["with characters that few forms foresee", "caractères_spéciaux", ""],
  ])("%s, by typing what is missing", async (_, persona, said) => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", persona);
    expect(page.text).toContain(said);
    const answers = { ...ANSWERS, ...ADDRESS };
    const step = await walk(visitor, page, answers, /etape\/enfants/);
    const sent = await walk(visitor, step, { ...answers, ...ADDED_CHILD });
    expect(sent.text).toContain("Votre demande est envoyée");
  });

  it("without FranceConnect, everything typed by hand, and finds the dossier again in this session", async () => {
    const visitor = new Visitor();
    const presentation = await visitor.get(`${portal.url}/demarches/restauration-scolaire`);
    const first = await visitor.click(presentation, "Continuer sans FranceConnect");
    const sent = await walk(visitor, first, BY_HAND);
    expect(sent.text).toContain("Notez bien le numéro");
    expect(sent.text).toContain("Aucune donnée n’a été demandée à une autre administration");
    const dossier = await visitor.click(sent, "Voir mon dossier");
    expect(dossier.text).toContain("Léa Martin");
  });

  it("having promised a document, after it was asked for where it was forgotten", async () => {
    const { visitor, page } = await begin(portal, "restauration-scolaire", "sans_dossier_caf");
    const answers = { ...ANSWERS, ...ADDRESS, "quotient-familial": "700" };
    const step = await walk(visitor, page, answers, /etape\/foyer/);
    const refused = await visitor.submit(step, "Enregistrer et continuer", {
      ...ADDRESS,
      "quotient-familial": "700",
    });
    expect(refused.status).toBe(422);
    const link = refused.$(".error-summary a").attr("href") as string;
    expect(refused.$(`[id="${link.slice(1)}"]`).attr("type")).toBe("file");
    const next = await visitor.submit(refused, "Enregistrer et continuer", {
      "justificatif-qf.later": "oui",
    });
    expect(next.url).toMatch(/etape\/enfants/);
    expect(next.text).toContain("Montant provisoire");
  });
});
