import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identifyAs, look, next } from "../support/browser-walk.ts";
import { chromiumAvailable, startChromium, WIDTHS, windowOf } from "../support/chromium.ts";
import { startWholePortal, type WholePortal } from "../support/whole-portal.ts";

describe.skipIf(!chromiumAvailable())(
  "the whole way, from the FranceConnect button to the agent's desk",
  () => {
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
      "is walked at %i px, each page free of accessibility violations, empty, filled and in error",
      async (width) => {
        const persona = width === WIDTHS[0] ? "famille" : "famille_msa";
        const context = await browser.newContext(windowOf(width));
        const page = await context.newPage();
        const seen = (name: string) => look(page, name);

        await page.goto(portal.url);
        await seen("home");
        await page.getByRole("link", { name: "Restauration scolaire" }).first().click();
        await seen("presentation");
        await page.getByRole("link", { name: /S’identifier avec FranceConnect/ }).click();
        await identifyAs(page, persona, seen);
        await page.waitForURL(/recuperation/);
        await seen("sources");
        await page.getByRole("link", { name: "Continuer", exact: true }).click();
        await seen("step-you");
        await next(page);
        await seen("step-you-error");
        expect(await page.locator(":focus").getAttribute("class")).toBe("error-summary");
        expect(await page.title()).toMatch(/^Erreur/);
        await page.getByLabel("Téléphone").fill("06 12 34 56 78");
        await next(page);
        await seen("step-home");
        await page.getByLabel("Numéro et voie").fill("3 rue du Moulin");
        await page.locator("summary").first().click();
        await seen("step-home-contest");
        await next(page);
        await seen("step-children");
        await next(page);
        await seen("step-children-error");
        await page.locator('[name="enfants"]').first().check();
        await page.getByRole("button", { name: "Ajouter un autre enfant" }).click();
        await seen("step-children-more");
        await page.getByLabel("Jean-Moulin").check();
        await next(page);
        await page.getByLabel("Lundi").check();
        await page.getByLabel("Menu classique").check();
        await seen("step-meals");
        await next(page);
        await page.waitForURL(/verification/);
        await seen("check");
        await page.getByRole("button", { name: /Envoyer la demande/ }).click();
        await page.waitForURL(/confirmation/);
        await seen("confirmation");
        const number = String(await page.locator(".ticket-number").textContent());
        await page.goBack();
        await seen("already-sent");
        await page.getByRole("link", { name: "Voir mon dossier" }).click();
        await seen("dossier-sent");
        const dossier = page.url();

        const desk = await browser.newContext(windowOf(width));
        const agent = await desk.newPage();
        await agent.goto(`${portal.url}/agent`);
        await agent.getByRole("link", { name: /S’identifier avec ProConnect/ }).click();
        await agent.locator('button[value="agent"]').click();
        await agent.getByRole("link", { name: number }).click();
        await look(agent, "agent-mirror");
        expect(await agent.locator("main").textContent()).toContain("3 rue du Moulin");
        await agent.getByRole("button", { name: "Prendre en charge" }).click();
        await agent.getByRole("link", { name: "Accepter" }).click();
        await look(agent, "agent-accept");
        await agent.getByRole("button", { name: /Accepter la demande/ }).click();
        await desk.close();

        await page.goto(dossier);
        await seen("dossier-accepted");
        const words = String(await page.locator("main").textContent());
        expect(words).toContain("Demande acceptée");
        expect(words).toContain("Un agent a consulté votre dossier");
        await page.goto(`${portal.url}/mes-dossiers`);
        await seen("dossiers");
        await page.goto(`${portal.url}/mes-donnees`);
        await seen("data");
        await context.close();
      },
      120_000,
    );
  },
);
