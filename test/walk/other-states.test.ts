import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identifyAs, look, next } from "../support/browser-walk.ts";
import { chromiumAvailable, startChromium, WIDTHS, windowOf } from "../support/chromium.ts";
import { startWholePortal, type WholePortal } from "../support/whole-portal.ts";

const STATIC = [
  "connexion",
  "aide",
  "accessibilite",
  "mentions-legales",
  "donnees-personnelles",
  "plan-du-site",
  "demarches/apa",
  "demarches/creche",
  "demarches/stationnement-resident",
  "rien",
];

describe.skipIf(!chromiumAvailable())("the pages that the first way does not cross", () => {
  let browser: Browser;
  let portal: WholePortal;
  beforeAll(async () => {
    [browser, portal] = await Promise.all([startChromium(), startWholePortal()]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it.each(WIDTHS)(
    "have no accessibility violation at %i px",
    async (width) => {
      const context = await browser.newContext(windowOf(width));
      const page = await context.newPage();
      for (const path of STATIC) {
        await page.goto(`${portal.url}/${path}`);
        await look(page, `static-${path.replace("/", "-")}`);
      }
      await page.goto(`${portal.url}/demarches/restauration-scolaire/sans-franceconnect`);
      await look(page, "by-hand");
      await next(page);
      await look(page, "by-hand-error");
      await page.goto(`${portal.url}/mes-dossiers`);
      await look(page, "dossiers-draft");
      await page.goto(`${portal.url}/demarches/stationnement-resident/formulaire`);
      await identifyAs(page, width === WIDTHS[0] ? "automobiliste" : "adulte_handicape");
      await look(page, "sources-answers-needed");
      await page.getByRole("link", { name: "Continuer", exact: true }).click();
      await page.getByLabel("Téléphone").fill("0612345678");
      await next(page);
      await page.getByLabel("Numéro d’immatriculation").fill("GA-417-PS");
      await next(page);
      await look(page, "step-login-needed");
      await context.clearCookies();
      await next(page);
      await look(page, "session-expired");
      await context.close();
    },
    120_000,
  );

  it.each([
    ["sans_dossier_caf", "Aucun dossier trouvé"],
    ["fournisseur_lent", "En cours"],
    ["fournisseur_en_panne", "Indisponible pour le moment"],
  ])("say what has become of a source (%s)", async (persona, words) => {
    const context = await browser.newContext(windowOf(320));
    const page = await context.newPage();
    await page.goto(`${portal.url}/demarches/restauration-scolaire/formulaire`);
    await identifyAs(page, persona);
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator("main").textContent();
        },
        { timeout: 15_000, interval: 500 },
      )
      .toContain(words);
    await look(page, `sources-${persona}`);
    await context.close();
  });

  it("are as readable in the dark", async () => {
    const context = await browser.newContext(windowOf(1280, { colorScheme: "dark" }));
    const page = await context.newPage();
    const inTheDark = (name: string) => look(page, `dark-${name}`);
    await page.goto(portal.url);
    await inTheDark("home");
    await page.goto(`${portal.url}/demarches/restauration-scolaire/formulaire`);
    await identifyAs(page, "parent_isole");
    await inTheDark("sources");
    await page.getByRole("link", { name: "Continuer", exact: true }).click();
    await next(page);
    await inTheDark("step-error");
    await context.close();
  });
});
