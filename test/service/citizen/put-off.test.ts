import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visitor } from "../../support/visitor.ts";
import {
  ADDRESS,
  BY_HAND,
  begin,
  startWholePortal,
  type WholePortal,
  walk,
} from "../../support/whole-portal.ts";

const CANTEEN = "restauration-scolaire";
const LATER = "Enregistrer et finir plus tard";

describe("a step that is put off", () => {
  let portal: WholePortal;
  beforeAll(async () => {
    portal = await startWholePortal();
  });
  afterAll(() => portal.close());

  const at = (path: string) => `${portal.url}/demarches/${CANTEEN}/${path}`;
  const byHand = async () => {
    const visitor = new Visitor();
    return { visitor, step: await visitor.get(at("sans-franceconnect")) };
  };

  it("keeps what cannot be read as an answer as it was typed, marked as not valid", async () => {
    const { visitor, step } = await byHand();
    const put = await visitor.submit(step, LATER, {
      prenoms: "Zoé",
      telephone: "06 12",
      "date-de-naissance.day": "31",
      "date-de-naissance.month": "février",
      "date-de-naissance.year": "1985",
    });
    expect(put.text).toMatch(/enregistrée.*réponses restent à compléter ou à corriger/);
    const back = await visitor.click(put, "Continuer ma demande");
    expect(back.url).toBe(at("etape/vous"));
    expect([back.status, back.$("title").text().startsWith("Erreur")]).toEqual([200, true]);
    expect(back.$('[name="date-de-naissance.month"]').val()).toBe("février");
    expect(back.$('[name="date-de-naissance.day"]').val()).toBe("31");
    expect(back.$('[name="telephone"]').val()).toBe("0612");
    expect(back.text).toContain("ne sont pas encore valables");
    expect(back.$('.error-summary a[href^="#date-de-naissance"]').length).toBe(1);
  });

  it("is never taken as answered: neither a later step nor the check page lets it pass", async () => {
    const { visitor, step } = await byHand();
    const home = await walk(visitor, step, BY_HAND, /etape\/foyer/);
    await visitor.submit(home, LATER, { "quotient-familial": "mille", ...ADDRESS });
    const check = await visitor.get(at("verification"));
    expect(check.url).toBe(at("etape/foyer"));
    expect(check.$('[name="quotient-familial"]').val()).toBe("mille");
    const forced = await visitor.post(
      at("verification"),
      {
        _csrf: String(home.$('main [name="_csrf"]').val()),
        draft: String(home.$('[name="draft"]').val()),
        revision: "3",
      },
      { origin: portal.url },
    );
    expect(forced.url).not.toContain("confirmation");
  });

  it("goes on once it is put right, and forgets what was wrong", async () => {
    const { visitor, step } = await byHand();
    const home = await walk(visitor, step, BY_HAND, /etape\/foyer/);
    const put = await visitor.submit(home, LATER, { "quotient-familial": "mille", ...ADDRESS });
    const back = await visitor.click(put, "Continuer ma demande");
    const next = await visitor.submit(back, "Enregistrer et continuer", { "quotient-familial": "" });
    expect(next.url).toBe(at("etape/enfants"));
    expect((await visitor.get(home.url)).html).not.toContain("mille");
  });

  it("with everything right says so, to somebody who has logged in too", async () => {
    const { visitor, page } = await begin(portal, CANTEEN, "sans_dossier_caf");
    const step = await walk(visitor, page, {}, /etape\/vous/);
    const list = await visitor.submit(step, LATER, { telephone: "0612345678" });
    expect(list.text).toContain("Votre demande est enregistrée.");
    expect((await visitor.get(list.url)).text).not.toContain("Votre demande est enregistrée.");
  });

  it("is saved before FranceConnect is asked in the middle of a form, wrong answers included", async () => {
    const { visitor, step } = await byHand();
    const choice = await visitor.submit(step, "Récupérer mes données avec FranceConnect", {
      telephone: "0712345678",
      "date-de-naissance.month": "février",
    });
    expect(choice.url.startsWith(new URL(portal.simulator.franceconnect.issuer).origin)).toBe(true);
    const back = await visitor.get(step.url);
    expect(back.$('[name="telephone"]').val()).toBe("0712345678");
    expect(back.$('[name="date-de-naissance.month"]').val()).toBe("février");
  });

  it("keeps the half of a child's row when another row is asked for", async () => {
    const { visitor, step } = await byHand();
    const children = await walk(visitor, step, BY_HAND, /etape\/enfants/);
    const more = await visitor.submit(children, "Ajouter un autre enfant", {
      "enfants.added.0.givenNames": "Léa",
    });
    expect(more.$('[name="enfants.added.0.givenNames"]').val()).toBe("Léa");
  });
});
