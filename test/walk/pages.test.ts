import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBackDoor } from "../support/back-door.ts";
import { identifyAgent, lookEverywhere, openWindow } from "../support/browser-walk.ts";
import { chromiumAvailable, startChromium, WIDTHS } from "../support/chromium.ts";
import { busyRollout, openRollout } from "../support/rollout.ts";
import { startWholePortal } from "../support/whole-portal.ts";
import { agentPages } from "./agent-pages.ts";
import {
  correctionPages,
  documentPages,
  familyForm,
  formByHand,
  guidePages,
  sourcesOf,
} from "./citizen-pages.ts";
import { counterPages } from "./counter-pages.ts";
import { walkByKeyboard } from "./keyboard.ts";
import { englishPages, opinionPages, thirdPartyPages } from "./other-ways.ts";
import { type Rollouts, rolloutPages } from "./rollout-pages.ts";
import { pageRoutes } from "./routes.ts";
import { press, type Scene } from "./scene.ts";

describe.skipIf(!chromiumAvailable())("every page", { timeout: 120_000 }, () => {
  const visited = new Set<string>();
  let browser: Browser;
  let scene: Scene;
  let rollouts: Rollouts;

  beforeAll(async () => {
    const [chromium, portal, empty, busy] = await Promise.all([
      startChromium(),
      startWholePortal(),
      openRollout("2026-11-20T10:00:00Z"),
      busyRollout(),
    ]);
    browser = chromium;
    rollouts = { empty, busy };
    scene = { portal, inside: await openBackDoor(portal), open, see: lookEverywhere };
  });
  afterAll(async () => {
    await browser?.close();
    await scene?.inside.close();
    await Promise.all([scene?.portal.close(), rollouts?.empty.close(), rollouts?.busy.close()]);
  });

  const open: Scene["open"] = async (...options) => {
    const page = await openWindow(browser, ...options);
    page.on("request", (request) => {
      if (request.isNavigationRequest()) visited.add(new URL(request.url()).pathname);
    });
    return page;
  };

  it("that tells or guides is clean, nowhere included", () => guidePages(scene));

  it("of a form filled by hand is clean: empty, in error, kept as a draft, and after the session has expired", () =>
    formByHand(scene));

  it("of a family's form is clean: a value contested, a child added, all that is left behind", () =>
    familyForm(scene));

  it("of a document that is joined is clean", () => documentPages(scene));

  it("of a dossier to correct or withdraw is clean", () => correctionPages(scene));

  it.each([
    ["sans_dossier_caf", "Aucun dossier trouvé"],
    ["fournisseur_lent", "En cours"],
    ["fournisseur_en_panne", "Indisponible pour le moment"],
  ])("of sources says what has become of them (%s), and is clean", (persona, words) =>
    sourcesOf(scene, persona, words),
  );

  it("is as clean in English", () => englishPages(scene));

  it("of a demand for somebody else is clean, and of the code that opens it again", () =>
    thirdPartyPages(scene));

  it("of opinions and quality is clean", () => opinionPages(scene));

  it("of the agents is clean: empty, filled with what is long or foreign, in error, in conflict", () =>
    agentPages(scene));

  it("of the counter is clean: from nobody to the receipt, and a source that is asked again", () =>
    counterPages(scene));

  it("of the roll-out is clean: for an administrator, and for everybody, empty, filled and at a loss", () =>
    rolloutPages(scene, rollouts));

  it("is reached with the keyboard alone and without JavaScript, from the first to the receipt and the decision", async () => {
    const { id } = await scene.inside.send({});
    const page = await open(WIDTHS[0], { javaScriptEnabled: false, bypassCSP: false });
    await walkByKeyboard(page, { portal: scene.portal.url, dossier: id });
    await page.context().close();
  });

  it("keeps to the portal's own policy, and is printed without its buttons and its frame", async () => {
    const { portal, inside } = scene;
    const { id } = await inside.send({});
    const page = await open(WIDTHS[0], { bypassCSP: false });
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy") && page.url().startsWith(portal.url))
        refused.push(message.text());
    });
    await identifyAgent(page, `${portal.url}/agent/dossiers/${id}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".desk-actions, .site-nav").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".mirror").first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await press(page, "Prendre en charge");
    await page.waitForSelector("[role=status]");
    await page.goto(`${portal.url}/agent/export`);
    await page.getByText("Suivre l’activité").click();
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Télécharger")]);
    expect(file.suggestedFilename()).toMatch(/^dossiers-a-traiter-.*\.csv$/);
    await press(page, "Se déconnecter");
    await page.getByRole("link", { name: "S’identifier avec ProConnect" }).waitFor();
    expect(refused).toEqual([]);
    await page.goto(`${rollouts.busy.url}/deploiement`);
    await page.emulateMedia({ media: "print" });
    for (const table of await page.locator("figure.chart table").all())
      expect(await table.isVisible()).toBe(true);
    expect(await page.locator(".pace").evaluate((node) => getComputedStyle(node).color)).toBe("rgb(0, 0, 0)");
    await page.context().close();
  });

  it("that the portal has was visited above", async () => {
    const routes = await pageRoutes(scene.portal.settings);
    const unvisited = routes.filter(({ matches }) => ![...visited].some(matches));
    expect(unvisited.map(({ path }) => path)).toEqual([]);
  });
});
