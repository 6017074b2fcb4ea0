import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FormState } from "../../../src/procedures/index.ts";
import { type AgentDesk, agentStage } from "../../support/agent-desk.ts";
import {
  accessibilityProblems,
  chromiumAvailable,
  startChromium,
  WIDTHS,
  windowOf,
} from "../../support/chromium.ts";

const at = "2026-11-18T09:15:00.000Z";
/** Something of everything: a correction, a contested value, a long name in another script. */
const awkward = (state: FormState): FormState => ({
  ...state,
  answers: {
    ...state.answers,
    adresse: { street: "14 rue des Tilleuls", postalCode: "84800", city: "L’Isle-sur-la-Sorgue" },
  },
  corrections: { adresse: { reason: "Nous avons déménagé. ".repeat(12), at } },
  contested: { "quotient-familial": { reason: "Mes revenus ont baissé.", at } },
});

describe.skipIf(!chromiumAvailable())("the agents' side in Chromium", () => {
  const stage = agentStage();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  const login = async (page: Page, desk: AgentDesk, path = "/agent") => {
    await page.goto(desk.url + path);
    await page.getByRole("link", { name: "S’identifier avec ProConnect" }).click();
    await page.locator('button[value="agent"]').click();
    await page.waitForURL(desk.url + path);
  };
  const look = async (page: Page, name: string) => {
    if (process.env.SCREENSHOTS) {
      const width = page.viewportSize()?.width;
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
    }
    expect([name, await accessibilityProblems(page)]).toEqual([name, []]);
  };

  it.each(WIDTHS)(
    "has no accessibility violation on any page, empty, filled and in error, at %i px",
    async (width) => {
      const desk = await stage.open();
      const context = await browser.newContext(windowOf(width));
      const page = await context.newPage();
      await page.goto(`${desk.url}/agent`);
      await look(page, "agent-login");
      await page.goto(`${desk.url}/agent/journal`);
      await look(page, "agent-login-expired");
      await login(page, desk);
      await look(page, "agent-inbox-empty");

      const { id } = await desk.send({ change: awkward, daysAgo: 40 });
      await desk.send({ procedure: "stationnement-resident", applicant: "Ñ".repeat(200) });
      await desk.send({ procedure: "apa", applicant: "عبد الرحمن بن علي", daysAgo: 3 });
      for (let index = 0; index < 25; index += 1) await desk.send();
      await page.goto(`${desk.url}/agent`);
      await look(page, "agent-inbox");
      await page.goto(`${desk.url}/agent?numero=rien`);
      await look(page, "agent-inbox-not-found");

      await page.goto(`${desk.url}/agent/dossiers/${id}`);
      await look(page, "agent-dossier");
      await page.locator("summary").click();
      await look(page, "agent-dossier-accesses");
      await page.getByRole("button", { name: "Prendre en charge" }).click();
      await look(page, "agent-dossier-taken");
      for (const [link, button] of [
        ["Refuser", "Refuser la demande"],
        ["Demander une correction", "Envoyer la demande de correction"],
      ] as const) {
        await page.goto(`${desk.url}/agent/dossiers/${id}`);
        await page.getByRole("link", { name: link }).click();
        await look(page, `agent-${button}`);
        await page.getByRole("button", { name: button }).click();
        await look(page, `agent-${button}-error`);
      }
      await desk.dossiers.decide({
        collectivite: desk.collectivite.id,
        id,
        expectedRevision: 2,
        decision: { type: "accepted", reason: "Complet." },
        agent: { sub: "somebody", name: "Olivier Dufau" },
      });
      await page.getByText("Téléphone", { exact: true }).click();
      await page.getByRole("textbox").fill("Le numéro manque.");
      await page.getByRole("button", { name: "Envoyer la demande de correction" }).click();
      await look(page, "agent-conflict");

      for (const path of ["journal", "journal?verifier=oui", "statistiques", "export", "rien"]) {
        await page.goto(`${desk.url}/agent/${path}`);
        await look(page, `agent-${path.replace("?verifier=oui", "-verified")}`);
      }
      await page.getByRole("link", { name: "Revenir aux dossiers" }).click();
      await page.getByRole("link", { name: "Exporter" }).click();
      await page.getByRole("button", { name: "Télécharger" }).click();
      await look(page, "agent-export-error");
      await context.close();
    },
    120_000,
  );

  it("is as readable in the dark", async () => {
    const desk = await stage.open();
    const { id } = await desk.send({ change: awkward, daysAgo: 40 });
    const context = await browser.newContext(windowOf(1280, { colorScheme: "dark" }));
    const page = await context.newPage();
    await login(page, desk);
    await look(page, "dark-inbox");
    await page.goto(`${desk.url}/agent/dossiers/${id}`);
    await look(page, "dark-dossier");
    await page.goto(`${desk.url}/agent/journal?verifier=oui`);
    await look(page, "dark-journal");
    await context.close();
  });

  it("is used without JavaScript and with the keyboard alone", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const context = await browser.newContext(windowOf(1280, { javaScriptEnabled: false }));
    const page = await context.newPage();
    await login(page, desk, `/agent/dossiers/${id}`);
    const press = async (name: RegExp) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press("Tab");
        const focused = page.locator(":focus");
        if (name.test((await focused.textContent()) ?? "")) return page.keyboard.press("Enter");
      }
      throw new Error(`${name} cannot be reached with the Tab key`);
    };
    await press(/^Refuser$/);
    await page.waitForURL(/decision\/refus/);
    await press(/^Refuser la demande$/);
    await page.waitForSelector(".error-summary");
    expect(await page.locator(":focus").getAttribute("class")).toBe("error-summary");
    await press(/^Indiquez le motif/);
    expect(await page.locator(":focus").getAttribute("id")).toBe("motif");
    await page.keyboard.type("Hors commune.");
    await press(/^Refuser la demande$/);
    await page.waitForSelector("[role=status]");
    expect(await page.locator("[role=status]").textContent()).toContain("La demande est refusée");
    await context.close();
  });

  it("works under the portal's own policy, from login to logout, and breaks it nowhere", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const context = await browser.newContext(windowOf(1280, { bypassCSP: false }));
    const page = await context.newPage();
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy") && page.url().startsWith(desk.url))
        refused.push(message.text());
    });
    await login(page, desk, `/agent/dossiers/${id}`);
    await page.getByRole("button", { name: "Prendre en charge" }).click();
    await page.waitForSelector("[role=status]");
    await page.goto(`${desk.url}/agent/export`);
    await page.getByText("Suivre l’activité").click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Télécharger" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^dossiers-a-traiter-.*\.csv$/);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL(`${desk.url}/agent`);
    await page.getByRole("link", { name: "S’identifier avec ProConnect" }).waitFor();
    expect(refused).toEqual([]);
    await context.close();
  });

  it("is printed without its buttons and its frame", async () => {
    const desk = await stage.open();
    const { id } = await desk.send();
    const context = await browser.newContext(windowOf(1280));
    const page = await context.newPage();
    await login(page, desk, `/agent/dossiers/${id}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".desk-actions").isVisible()).toBe(false);
    expect(await page.locator(".site-nav").isVisible()).toBe(false);
    expect(await page.locator(".mirror").first().isVisible()).toBe(true);
    await context.close();
  });
});
