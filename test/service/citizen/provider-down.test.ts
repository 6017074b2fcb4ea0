import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Page, Visitor } from "../../support/visitor.ts";
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

const CANTEEN = "restauration-scolaire";
const EVERYTHING = { ...ANSWERS, ...ADDRESS, ...ADDED_CHILD };

let portal: WholePortal;
beforeAll(async () => {
  portal = await startWholePortal();
});
afterAll(() => portal.close());

/** Every simulated platform plays this fault from now on; none where it is null. */
const play = async (fault: string | null): Promise<void> => {
  const config = new URL("/__simulator/config", portal.simulator.franceconnect.issuer);
  const { ok } = await fetch(config, { method: "PUT", body: JSON.stringify({ fault }) });
  expect(ok).toBe(true);
};
afterEach(() => play(null));

/** A page of ours that says so in French, with a way on, and nothing of what failed inside. */
function expectHelp(page: Page, statuses: readonly number[]): void {
  expect(page.url.startsWith(portal.url)).toBe(true);
  expect(statuses).toContain(page.status);
  expect(page.$("html").attr("lang")).toBe("fr");
  expect(page.$("main a[href]").length).toBeGreaterThan(0);
  expect(page.html).not.toMatch(/ECONN|node_modules|\.tsx?\b|provider_unreachable:/);
}

describe("FranceConnect that is down", () => {
  const down = [502, 503, 504];
  /** Up to « Continuer » at the provider, which comes back to a callback that cannot be finished. */
  const backFrom = async (visitor: Visitor, url: string): Promise<Page> => {
    const choice = await visitor.get(url);
    const provider = await visitor.get(
      new URL(String(choice.$('[data-testid^="idp-"]').first().attr("href")), choice.url).href,
    );
    const form = provider.$('[data-testid="personas"]');
    const known = await visitor.post(
      new URL(String(form.attr("action")), provider.url).href,
      { _csrf: String(form.find('[name="_csrf"]').val()), persona: "famille" },
      { origin: new URL(provider.url).origin },
    );
    await play("token-503");
    return visitor.submit(known, "Continuer sur");
  };

  it("when the citizen comes back from it leaves them a page, and the form without it", async () => {
    const visitor = new Visitor();
    const page = await backFrom(visitor, `${portal.url}/demarches/${CANTEEN}/formulaire`);
    expectHelp(page, down);
    const byHand = await visitor.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    expect((await walk(visitor, byHand, BY_HAND)).text).toContain("Votre demande est envoyée");
  });

  it("in the middle of a form filled by hand loses nothing of what was typed", async () => {
    const visitor = new Visitor();
    const step = await visitor.get(`${portal.url}/demarches/${CANTEEN}/sans-franceconnect`);
    await visitor.submit(step, "Récupérer mes données avec FranceConnect", { telephone: "0712345678" });
    const page = await backFrom(
      visitor,
      `${portal.url}/auth/login?return_to=/demarches/${CANTEEN}/formulaire`,
    );
    expectHelp(page, down);
    await play(null);
    expect((await visitor.get(step.url)).$('[name="telephone"]').val()).toBe("0712345678");
  });

  it("for the second reading keeps the first, and lets the citizen go on by hand", async () => {
    const { visitor, page } = await begin(portal, "stationnement-resident", "automobiliste");
    const car = await walk(visitor, page, ANSWERS, /etape\/vehicule/);
    await play("outage");
    const link = car.$("a.fc-button").attr("href");
    await visitor.get(new URL(String(link), car.url).href);
    const again = await visitor.get(car.url);
    expect([again.status, again.url]).toEqual([200, car.url]);
    await play(null);
    const typed = {
      ...EVERYTHING,
      rattachement: "titulaire",
      co2: "120",
      "justificatif-vehicule.later": "oui",
    };
    expect((await walk(visitor, again, typed)).text).toContain("Votre demande est envoyée");
  });

  it("at the logout ends our own session all the same", async () => {
    const { visitor } = await begin(portal, CANTEEN, "nom_composé");
    const list = await visitor.get(`${portal.url}/mes-dossiers`);
    await play("outage");
    await visitor.submit(list, "Se déconnecter");
    expect((await visitor.get(`${portal.url}/auth/me`)).status).toBe(401);
  });
});

describe.each(["proxy-unavailable", "provider-maintenance", "not-json", "reset", "token-expired"])(
  "API Particulier that answers « %s »",
  (fault) => {
    it("at the login, at a retry and at a step blocks nobody: the form is filled by hand and sent", async () => {
      await play(fault);
      const { visitor, page } = await begin(portal, CANTEEN, "sans_dossier_caf", new Visitor());
      expect(page.status).toBe(200);
      const home = await walk(visitor, page, ANSWERS, /etape\/foyer/);
      expect(home.$('[name="quotient-familial"]').length).toBe(1);
      expect(home.text).not.toMatch(/ECONN|undefined/);
      const retry = await visitor.get(`${portal.url}/demarches/${CANTEEN}/recuperation`);
      if (retry.text.includes("Réessayer")) await visitor.submit(retry, "Réessayer");
      const sent = await walk(visitor, await visitor.get(home.url), EVERYTHING);
      expect(sent.text).toContain("Votre demande est envoyée");
    }, 60_000);
  },
);
